package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.ServedDaemon.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs look at without changing it: the text of one file, and whether all that is
/// published is as it was left.
class LookingTest extends DaemonScenario {
  @ParameterizedTest
  @ValueSource(strings = {"one.html", "%2Fone.html", "content/one.md"})
  void theTextOfOneFileIsCompared(String name) throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    site.article("one.md", article("One") + "\nB.\n");
    JSONObject diff = diff(name).json();
    assertThat(diff.getString("outcome")).isEqualTo("previewed");
    assertThat(diff.getString("path")).isEqualTo("one.html");
    assertThat(diff.getString("url")).isEqualTo("/one.html");
    assertThat(diff.getString("diff"))
        .startsWith("--- live/one.html\n+++ new/one.html\n@@ -")
        .contains("\n+<p>B.</p>\n");
    daemon.contract().checkSchema("FilePreviewed", diff.toString());
  }

  @Test
  void aFileThatStaysAsItIsHasAnEmptyDifference() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    assertThat(diff("one.html").json().getString("diff")).isEmpty();
  }

  @Test
  void aFileThatIsNowhereIsNotFound() throws Exception {
    serve();
    Reply reply = diff("two.html");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().getString("type")).isEqualTo("urn:godwit:problem:no-such-file");
    assertThat(reply.json().getString("detail"))
        .isEqualTo("neither what is live nor the site has a file 'two.html'");
    assertThat(reply.json().getInt("exit")).isEqualTo(2);
  }

  @Test
  void aLargeTextIsKeptForItsCallersOnly() throws Exception {
    site.article("one.md", article("One") + "A long paragraph.\n\n".repeat(3000));
    serve();
    Reply accepted =
        daemon.call(
            "GET /v1/diff", "/v1/diff?file=one.html", "Prefer: respond-async, wait=0\r\n", "");
    String id = accepted.json().getString("id");
    daemon.awaitState(id, "ended");
    JSONObject kept = daemon.operation(id, "").json().getJSONObject("result");
    assertThat(kept.getBoolean("shortened")).isTrue();
    assertThat(kept.has("diff")).isFalse();
    daemon.contract().checkSchema("FilePreviewed", kept.toString());
  }

  @Test
  void aSoundTargetIsFoundSound() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    Reply reply = daemon.post("/v1/fsck", "");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().toMap())
        .isEqualTo(
            new JSONObject()
                .put("result", "ok")
                .put("outcome", "done")
                .put("findings", new JSONArray())
                .toMap());
  }

  @Test
  void whatIsNotAsItWasLeftIsFoundAndStays() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    Path changed = directory.resolve("public/html/one.html");
    Files.writeString(changed, "by hand");
    Files.writeString(directory.resolve("public/html/more.txt"), "put there");
    Reply reply = daemon.post("/v1/fsck", "{}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().getString("type")).isEqualTo("urn:godwit:problem:not-as-published");
    assertThat(reply.json().getInt("exit")).isEqualTo(1);
    JSONArray findings = reply.json().getJSONArray("findings");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < findings.length(); i++) {
      JSONObject finding = findings.getJSONObject(i);
      found.add(finding.getString("problem") + " " + finding.getString("place"));
      assertThat(finding.getString("repair")).isNotEmpty();
    }
    assertThat(found).containsExactlyInAnyOrder("changed html/one.html", "unknown html/more.txt");
    assertThat(changed).hasContent("by hand");
    JSONObject ended = daemon.operation(daemon.ids("fsck").getFirst(), "").json();
    assertThat(ended.getString("outcome")).isEqualTo("refused");
    assertThat(ended.getJSONObject("result").toMap()).isEqualTo(reply.json().toMap());
  }

  private Reply diff(String file) throws Exception {
    return daemon.call("GET /v1/diff", "/v1/diff?file=" + file, "", "");
  }
}
