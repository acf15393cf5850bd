package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.ServedDaemon.Reply;
import java.time.Duration;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// Operations as they wait, run, are called off, looked at, and remembered.
class OperationsTest extends DaemonScenario {
  @Test
  void anOperationIsFollowedToItsEnd() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    Reply accepted =
        daemon.call("POST /v1/publish", "/v1/publish", "Prefer: respond-async, wait=0\r\n", "");
    assertThat(accepted.status()).isEqualTo(202);
    String id = accepted.json().getString("id");
    assertThat(accepted.field("Location")).contains("/v1/operations/" + id);
    assertThat(accepted.field("Preference-Applied")).contains("respond-async");

    daemon.awaitState(id, "committed");
    long start = System.nanoTime();
    Reply early = daemon.operation(id, "?wait=1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    assertThat(early.json().getString("state")).isEqualTo("committed");
    assertThat(early.json().isNull("result")).isTrue();
    Reply tooLate = daemon.cancel(id);
    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.json().getString("type")).endsWith(":too-late");

    letGo();
    JSONObject ended = daemon.operation(id, "?wait=60").json();
    assertThat(ended.getString("state")).isEqualTo("ended");
    assertThat(ended.getString("outcome")).isEqualTo("published");
    daemon.contract().checkSchema("Published", ended.getJSONObject("result").toString());
    assertThat(daemon.operation(id, "").json().toMap()).isEqualTo(ended.toMap());
    assertThat(daemon.cancel(id).status()).isEqualTo(409);
    assertThat(daemon.operation("1", "").status()).isEqualTo(404);
    assertThat(daemon.operation(id + "0", "").status()).isEqualTo(404);
    assertThat(daemon.cancel(id + "0").status()).isEqualTo(404);
    assertThat(daemon.operation(id, "?wait=soon").status()).isEqualTo(400);
  }

  @Test
  void whoPrefersToWaitALittleIsAnsweredAtOnceIfItIsDone() throws Exception {
    serve();
    Reply reply =
        daemon.call("POST /v1/publish", "/v1/publish", "Prefer: respond-async, wait=60\r\n", "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().getString("outcome")).isEqualTo("published");
  }

  @Test
  void aRenderingIsCalledOffAndNothingIsPublished() throws Exception {
    makeSlow();
    serve();
    try (RawClient client = daemon.client();
        RawClient other = daemon.client()) {
      client.send(ServedDaemon.request("POST", "/v1/publish", LINES, ""));
      String begun = client.until("\"render\"", SOON);
      String id =
          new JSONObject(
                  begun.lines().filter(l -> l.contains("operation")).findFirst().orElseThrow())
              .getString("operation");
      other.send(ServedDaemon.request("POST", "/v1/publish", "", ""));
      daemon.awaitCallers(1, id);

      Reply cancelled = daemon.cancel(id);
      assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
      assertThat(cancelled.json().getString("outcome")).isEqualTo("cancelled");
      Reply lines = daemon.check("POST /v1/publish", client.end().untilClosed(SOON));
      assertThat(lines.lines().getLast().getString("result")).isEqualTo("cancelled");
      assertThat(lines.lines().getLast().getInt("exit")).isEqualTo(6);
      assertThat(directory.resolve("public/html")).doesNotExist();
      // Who asked later waits for the next one, which goes on.
      for (String waiting : daemon.ids("publish")) {
        daemon.cancel(waiting);
      }
      Reply later = daemon.check("POST /v1/publish", other.end().untilClosed(SOON));
      assertThat(later.status()).isEqualTo(409);
      assertThat(later.json().getString("type")).endsWith(":cancelled");
    }
    assertThat(
            daemon
                .get("/v1/status")
                .json()
                .getJSONObject("daemon")
                .getJSONObject("last")
                .getString("outcome"))
        .isEqualTo("cancelled");
  }

  @Test
  void whatWaitsIsCalledOffAtOnceAndIsRemembered() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    String running = daemon.ask("");
    daemon.awaitState(running, "committed");
    String waiting = daemon.ask("");
    assertThat(daemon.operation(waiting, "").json().getString("state")).isEqualTo("waiting");
    Reply cancelled = daemon.cancel(waiting);
    assertThat(cancelled.json().getString("outcome")).isEqualTo("cancelled");
    assertThat(daemon.operation(waiting, "").json().getString("state")).isEqualTo("ended");
    assertThat(daemon.operation(running, "").json().getString("state")).isEqualTo("committed");
    for (int i = 0; i < WorkQueue.MOST_WAITING; i++) { // and keeps nobody out
      assertThat(daemon.cancel(daemon.ask("")).status()).isEqualTo(200);
    }
  }

  @Test
  void theLastHundredAreKept() throws Exception {
    serve();
    String first = daemon.ask("");
    for (int i = 0; i < OperationLog.KEPT; i++) {
      daemon.post("/v1/rollback", "{\"to\":\"1999\"}"); // as quick as any
    }
    JSONArray all = daemon.get("/v1/operations").json().getJSONArray("operations");
    assertThat(all.length()).isEqualTo(OperationLog.KEPT);
    assertThat(daemon.operation(first, "").status()).isEqualTo(404);
  }

  @Test
  void aLargeResultIsKeptWithoutItsLists() throws Exception {
    for (int i = 0; i < 300; i++) {
      site.article("a" + i + ".md", article("A long title of an article, the number of it " + i));
    }
    serve();
    String id = daemon.ask("");
    JSONObject result = daemon.operation(id, "?wait=60").json().getJSONObject("result");
    assertThat(result.has("added")).isTrue();
    JSONObject kept = daemon.operation(id, "").json().getJSONObject("result");
    assertThat(kept.getBoolean("shortened")).isTrue();
    assertThat(kept.has("added")).isFalse();
    assertThat(result.getString("outcome")).isEqualTo("published");
    daemon.contract().checkSchema("Published", kept.toString());
  }
}
