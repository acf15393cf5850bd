package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.ServedDaemon.Reply;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Those who ask while something runs: they are answered together, may go away, and may be too
/// many.
class ManyCallersTest extends DaemonScenario {
  @Test
  void aHundredCallersAreAnsweredByTwoBuildsWithWhatWasThereWhenTheyAsked() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    String first = daemon.ask("");
    daemon.awaitState(first, "committed");
    site.article("two.md", article("Two"));
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      clients.add(daemon.client().send(ServedDaemon.request("POST", "/v1/publish", "", "")));
    }
    daemon.awaitCallers(100, first);
    letGo();
    Set<String> releases = new TreeSet<>();
    for (RawClient client : clients) {
      Reply reply = daemon.check("POST /v1/publish", client.end().untilClosed(SOON));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().getJSONArray("added").toString()).contains("two.html");
      releases.add(reply.json().getString("release"));
      client.close();
    }
    assertThat(releases).hasSize(1);
    assertThat(daemon.ids("publish")).hasSize(2);
    assertThat(daemon.get("/v1/status").json().getJSONObject("live").getString("id"))
        .isEqualTo(releases.iterator().next());
  }

  @Test
  void aCallerThatHangsUpStopsNothing() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    for (String fields : new String[] {"", LINES}) {
      Files.deleteIfExists(directory.resolve("go"));
      site.article("one.md", article("One" + fields.length()));
      daemon.awaitState(daemon.ask(""), "committed");
      site.article("two.md", article("Two" + fields.length()));
      int before = daemon.ids("publish").size();
      try (RawClient client = daemon.client()) {
        client.send(ServedDaemon.request("POST", "/v1/publish", fields, ""));
        daemon.awaitOperations(before + 1);
      }
      String id = daemon.ids("publish").getLast();
      daemon.awaitConnections(1);
      letGo();
      assertThat(daemon.operation(id, "?wait=60").json().getString("outcome"))
          .isEqualTo("published");
    }
  }

  @Test
  void whoAsksForTooMuchIsToldToComeBack() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    daemon.awaitState(daemon.ask(""), "committed");
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < WorkQueue.MOST_WAITING; i++) {
      clients.add(daemon.client().send(ServedDaemon.request("POST", "/v1/rollback", "", "")));
    }
    daemon.awaitOperations(WorkQueue.MOST_WAITING + 1);
    Reply busy = daemon.post("/v1/publish", "");
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.json().getInt("exit")).isEqualTo(5);
    assertThat(busy.field("Retry-After")).contains("5");
    for (RawClient client : clients) {
      client.close();
    }
  }
}
