package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.ServedDaemon.Reply;
import godwit.daemon.http.Route;
import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each call of the API with what it answers and what it refuses. Every answer is held against
/// `openapi.json`.
class ApiTest {
  private static final String ONE = "Title: One\nDate: 2026-01-02\n\nA.\n";

  @TempDir Path directory;
  private TestSite site;
  private ServedDaemon daemon;

  @BeforeEach
  void serve() throws Exception {
    site = new TestSite(directory, "[site]\ntitle = \"Flock\"\n");
    site.article("one.md", ONE);
    daemon = ServedDaemon.start(directory, InstantSource.fixed(TestSite.AS_OF));
    daemon.awaitReady();
  }

  @AfterEach
  void stop() throws Exception {
    daemon.close();
  }

  @Test
  void theDescriptionHasEveryCallAndNoOther() {
    Daemon idle =
        new Daemon(
            site.config(),
            InstantSource.system(),
            new Listening(directory, Optional.empty()),
            Notification.of(Map.of(), 0, () -> 0));
    Set<String> calls = new TreeSet<>();
    for (Route route : new ApiRoutes(idle, new Audit(), "1", () -> 0).routes()) {
      calls.add(route.method() + " " + route.path().text());
    }
    assertThat(daemon.contract().calls()).hasSize(18).isEqualTo(calls);
  }

  @Test
  void theReferencePageHasEveryCallAndNoOther() throws Exception {
    Set<String> documented = new TreeSet<>();
    Files.readString(Path.of("content/reference/http-api.md"))
        .lines()
        .filter(line -> line.matches("## `[A-Z]+ /v1/.*`"))
        .forEach(line -> documented.add(line.substring(4, line.length() - 1)));
    assertThat(documented).isEqualTo(daemon.contract().calls());
  }

  /// A misspelt parameter would change what is asked for without a word.
  @Test
  void aQueryThatACallDoesNotKnowIsRefused() throws Exception {
    Set<String> asked = new TreeSet<>(daemon.contract().calls());
    // Monitors and caches put things of their own behind these, which answer the same in any case.
    asked.removeAll(
        Set.of("GET /v1/status", "GET /v1/health/live", "GET /v1/version", "GET /v1/openapi.json"));
    for (String call : asked) {
      String path = call.substring(call.indexOf(' ') + 1).replace("{id}", "x");
      Reply reply = daemon.call(call, path + "?colour=red", "", "");
      assertThat(reply.status()).as(call + " " + reply.body()).isEqualTo(400);
      assertThat(reply.json().getString("type")).isEqualTo("urn:godwit:problem:bad-query");
      assertThat(reply.json().getString("parameter")).isEqualTo("colour");
    }
    assertThat(directory.resolve("public")).doesNotExist();
  }

  @Test
  void aPublishIsAnsweredWithWhatHasChanged() throws Exception {
    Reply reply = daemon.post("/v1/publish", "{\"force\":false,\"dryRun\":false}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().getString("outcome")).isEqualTo("published");
    assertThat(reply.json().getJSONArray("added").toString()).contains("one.html");
    assertThat(directory.resolve("public/html/index.html")).exists();

    JSONObject again = daemon.post("/v1/publish", "").json();
    assertThat(again.getString("outcome")).isEqualTo("unchanged");
    assertThat(again.getString("release")).isEqualTo(reply.json().getString("release"));
    JSONObject status = daemon.get("/v1/status").json();
    assertThat(status.getString("strategy")).isEqualTo("exchange");
    assertThat(status.getJSONObject("live").getString("id"))
        .isEqualTo(reply.json().getString("release"));
    assertThat(status.getJSONObject("daemon").getJSONObject("last").getString("outcome"))
        .isEqualTo("unchanged");
  }

  @Test
  void aDryRunPublishesNothing() throws Exception {
    JSONObject preview = daemon.post("/v1/publish", "{\"dryRun\":true}").json();
    assertThat(preview.getString("outcome")).isEqualTo("previewed");
    assertThat(preview.getJSONArray("added").length()).isPositive();
    assertThat(directory.resolve("public/html")).doesNotExist();
    assertThat(daemon.get("/v1/diff").json().toMap()).isEqualTo(preview.toMap());
  }

  @Test
  void errorsOfTheSiteAreTheAuthors() throws Exception {
    site.article("bad.md", "Title: Bad\nDate: someday\n\nText.\n");
    Reply reply = daemon.post("/v1/publish", "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().getString("type")).isEqualTo("urn:godwit:problem:site-errors");
    assertThat(reply.json().getInt("exit")).isEqualTo(1);
    assertThat(reply.json().getJSONArray("diagnostics").getJSONObject(0).getString("file"))
        .isEqualTo("content/bad.md");
    assertThat(daemon.get("/v1/diff").status()).isEqualTo(422);
    Reply lines =
        daemon.call("POST /v1/publish", "/v1/publish", "Accept: application/x-ndjson\r\n", "");
    assertThat(lines.lines().getLast().toMap()).isEqualTo(reply.json().toMap());
  }

  @Test
  void aBrokenRuleIsAllowedByNameOrByForce() throws Exception {
    site.file("godwit.toml", "[site]\ntitle = \"Flock\"\n[publish]\nremoved-pages = \"error\"\n");
    site.article("two.md", ONE.replace("One", "Two"));
    assertThat(daemon.post("/v1/reload", "").status()).isEqualTo(200);
    daemon.post("/v1/publish", "");
    Files.delete(directory.resolve("content/two.md"));
    Reply refused = daemon.post("/v1/publish", "{\"allow\":[\"no-index\"]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getString("type")).isEqualTo("urn:godwit:problem:gate");
    assertThat(
            daemon.post("/v1/publish", "{\"allow\":[\"removed-page\",\"max-removed\"]}").status())
        .isEqualTo(200);
    site.article("two.md", ONE.replace("One", "Two"));
    daemon.post("/v1/publish", "");
    Files.delete(directory.resolve("content/two.md"));
    assertThat(daemon.post("/v1/publish", "").status()).isEqualTo(422);
    assertThat(daemon.post("/v1/publish", "{\"force\":true}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"forse\":true}",
        "{\"force\":\"true\"}",
        "{\"force\":1}",
        "{\"force\":null}",
        "{\"force\":true,\"force\":true}",
        "{\"force\":true,}",
        "{,\"force\":true}",
        "{\"force\":true \"dryRun\":true}",
        "{\"force\":true} {}",
        "{\"force\":true",
        "{\"allow\":\"secret\"}",
        "{\"allow\":[\"nothing\"]}",
        "{\"allow\":[1]}",
        "{\"allow\":[[[[[[[[[[\"secret\"]]]]]]]]]]}",
        "{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{}}}}}}}}}}",
        "[\"--force\"]",
        "true",
        "null",
        "{'force':true}",
        "{\"allow\":[\"sec\nret\"]}"
      })
  void aBodyThatIsNotRightIsRefusedBeforeAnythingIsDone(String body) throws Exception {
    Reply reply = daemon.post("/v1/publish", body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.json().getString("type")).isEqualTo("urn:godwit:problem:bad-body");
    assertThat(directory.resolve("public/html")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/v1/rollback,{\"to\":1}",
    "POST,/v1/rollback,{\"to\":\"\"}",
    "POST,/v1/rollback,{\"from\":\"x\"}",
    "POST,/v1/reload,{\"now\":true}",
    "POST,/v1/shutdown,[]",
    "POST,/v1/publish?x=1,''",
    "GET,/v1/diff?name=a,''",
    "GET,/v1/diff?file=,''",
    "POST,/v1/fsck,{\"repair\":true}",
    "POST,/v1/fsck?x=1,''",
    "GET,/v1/operations?wait=1,''",
    "GET,/v1/events?x,''",
    "GET,/v1/metrics?x,''"
  })
  void whatNobodyKnowsIsRefused(String method, String target, String body) throws Exception {
    Reply reply = daemon.call(method + " " + target.split("\\?", 2)[0], target, "", body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(daemon.get("/v1/health/ready").status()).isEqualTo(200);
  }

  @Test
  void aRollbackPutsTheReleaseBackThatIsNamed() throws Exception {
    String first = daemon.post("/v1/publish", "").json().getString("release");
    site.article("one.md", ONE + "More.\n");
    String second = daemon.post("/v1/publish", "").json().getString("release");
    Reply back = daemon.post("/v1/rollback", "{\"to\":\"" + first + "\"}");
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(back.json().getString("outcome")).isEqualTo("rolled-back");
    assertThat(
            daemon.post("/v1/rollback", "{\"to\":\"" + first + "\"}").json().getString("outcome"))
        .isEqualTo("unchanged");
    assertThat(daemon.post("/v1/rollback", "").json().getString("release")).isEqualTo(second);
    Reply none = daemon.post("/v1/rollback", "{\"to\":\"1999\"}");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.json().getString("type")).endsWith(":no-such-release");
    Reply many = daemon.post("/v1/rollback", "{\"to\":\"2\"}");
    assertThat(many.json().getString("type")).endsWith(":ambiguous-release");
    assertThat(many.json().getJSONArray("releases").toList()).containsExactly(second, first);
    assertThat(daemon.get("/v1/releases").json().getJSONArray("releases").length()).isEqualTo(2);
  }

  @Test
  void aRollbackWithoutReleasesIsTheEnvironments() throws Exception {
    Reply reply = daemon.post("/v1/rollback", "");
    assertThat(reply.status()).as(reply.body()).isEqualTo(500);
    assertThat(reply.json().getInt("exit")).isEqualTo(7);
    assertThat(daemon.get("/v1/releases").json().getJSONArray("releases").length()).isZero();
  }

  @Test
  void theScheduleTellsWhatIsNext() throws Exception {
    site.article("later.md", "Title: Later\nDate: 2026-12-01 09:00\n\nA.\n");
    JSONObject schedule = daemon.get("/v1/schedule").json();
    JSONObject item = schedule.getJSONArray("schedule").getJSONObject(0);
    assertThat(item.getString("source")).isEqualTo("content/later.md");
    assertThat(Instant.parse(item.getString("at"))).isAfter(TestSite.AS_OF);
  }

  @Test
  void aBadConfigIsRefusedAndTheOldOneStays() throws Exception {
    site.file("godwit.toml", "[site]\ntitle = 1\n");
    Reply refused = daemon.post("/v1/reload", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getInt("exit")).isEqualTo(2);
    assertThat(refused.json().getJSONArray("diagnostics").length()).isPositive();
    Reply ready = daemon.get("/v1/health/ready");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().getString("config")).isEqualTo("refused");
    assertThat(daemon.get("/v1/status").json().getJSONObject("daemon").getJSONArray("warnings"))
        .hasSize(1);
    assertThat(daemon.post("/v1/publish", "").status()).isEqualTo(422);
    assertThat(daemon.get("/v1/releases").status()).isEqualTo(200);
    site.file("godwit.toml", "[site]\ntitle = \"Flock\"\nlanguage = \"fr\"\n");
    assertThat(daemon.post("/v1/reload", "{}").status()).isEqualTo(200);
    assertThat(daemon.get("/v1/health/ready").json().getString("config")).isEqualTo("ok");
    assertThat(daemon.post("/v1/publish", "").status()).isEqualTo(200);
    assertThat(directory.resolve("public/html/index.html")).content().contains("lang=\"fr\"");
  }

  @Test
  void onlyWhatPublishesIsTheLastPublish() throws Exception {
    site.article("bad.md", "Title: Bad\nDate: someday\n\nText.\n");
    Files.writeString(directory.resolve("public"), "in the way");
    Reply failed = daemon.get("/v1/diff");
    assertThat(failed.status()).as(failed.body()).isEqualTo(500);
    assertThat(daemon.get("/v1/status").json().getJSONObject("daemon").isNull("last")).isTrue();
  }

  @Test
  void metricsCountWhatHasEnded() throws Exception {
    daemon.post("/v1/publish", "");
    daemon.post("/v1/publish", "");
    Reply reply =
        daemon.call(
            "GET /v1/metrics",
            "/v1/metrics",
            "Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5\r\n",
            "");
    assertThat(reply.field("Content-Type").orElseThrow()).contains("version=0.0.4");
    assertThat(reply.body())
        .contains(
            "godwit_operations_total{command=\"publish\",outcome=\"published\"} 1\n",
            "godwit_operations_total{command=\"publish\",outcome=\"unchanged\"} 1\n",
            "godwit_operation_duration_seconds_bucket{command=\"publish\",le=\"+Inf\"} 2\n",
            "godwit_operation_duration_seconds_count{command=\"publish\"} 2\n",
            "\ngodwit_connections 1\n",
            "\ngodwit_operations_waiting 0\n")
        .containsPattern("\njvm_memory_heap_used_bytes [1-9]\\d+\n")
        .containsPattern("\njvm_threads [1-9]\\d*\n");
    for (String line : reply.body().lines().toList()) {
      assertThat(line)
          .matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z]+=\"[^\"]+\",?)+\\})? [0-9.]+");
    }
  }

  @Test
  void aShutdownIsAnsweredBeforeTheEnd() throws Exception {
    Reply reply = daemon.post("/v1/shutdown", "");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(daemon.awaitEnd()).isTrue();
    assertThat(directory.resolve(".godwit/http.socket")).doesNotExist();
  }

  @Test
  void theOthersAnswerAsDescribed() throws Exception {
    for (String path : new String[] {"/v1/health/live", "/v1/version", "/v1/openapi.json"}) {
      assertThat(daemon.get(path).status()).isEqualTo(200);
    }
    assertThat(daemon.call("POST /v1/publish", "/v1/publish", "Accept: image/png\r\n", "").status())
        .isEqualTo(406);
    assertThat(daemon.call("POST /v1/publish", "/v1/publish", "Origin: x\r\n", "").status())
        .isEqualTo(403);
  }
}
