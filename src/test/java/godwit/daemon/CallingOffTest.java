package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildListener;
import godwit.control.BuildChoices;
import godwit.daemon.ServedDaemon.Reply;
import godwit.release.Holder;
import godwit.release.ReleaseRequest;
import godwit.release.StagedRelease;
import godwit.release.Strategy;
import godwit.release.Target;
import godwit.testing.MemorySink;
import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of each kind of operation `DELETE /v1/operations/{id}` makes: while it waits, when it has
/// begun, and when it has ended.
class CallingOffTest extends DaemonScenario {
  private static final String ASYNC = "Prefer: respond-async\r\n";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "POST /v1/publish, {}, publish",
        "POST /v1/publish, \"{\"\"dryRun\"\":true}\", publish",
        "POST /v1/rollback, {}, rollback",
        "POST /v1/fsck, {}, fsck",
        "GET /v1/diff, \"\", diff",
        "GET /v1/schedule, \"\", due-list"
      })
  void whateverWaitsIsCalledOffAtOnce(String call, String body, String command) throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    daemon.awaitState(daemon.ask(""), "committed");
    JSONObject waiting = begin(call, body);
    assertThat(waiting.getString("command")).isEqualTo(command);
    Reply cancelled = daemon.cancel(waiting.getString("id"));
    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(cancelled.json().getString("outcome")).isEqualTo("cancelled");
    assertThat(cancelled.json().isNull("begun")).isTrue();
    letGo();
    Reply again = daemon.cancel(waiting.getString("id"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().getString("detail")).contains("has ended: cancelled");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "POST /v1/publish, {}",
        "POST /v1/publish, \"{\"\"dryRun\"\":true}\"",
        "GET /v1/diff, \"\"",
      })
  void whatBuildsTheSiteIsCalledOffWhenItHasBegun(String call, String body) throws Exception {
    makeSlow();
    serve();
    String id = begin(call, body).getString("id");
    daemon.awaitState(id, "running");
    Reply reply = daemon.cancel(id);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().getString("outcome")).isEqualTo("cancelled");
    assertThat(reply.json().isNull("begun")).isFalse();
    assertThat(daemon.get("/v1/releases").json().getJSONArray("releases")).isEmpty();
  }

  @Test
  void aRollbackThatHasBegunIsNot() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    site.article("one.md", article("Two"));
    daemon.post("/v1/publish", "");
    String id;
    try (StagedRelease other = otherPublisher()) {
      assertThat(other).isNotNull();
      id = begin("POST /v1/rollback", "{}").getString("id");
      daemon.awaitState(id, "committed");
      Reply tooLate = daemon.cancel(id);
      assertThat(tooLate.status()).isEqualTo(409);
      assertThat(tooLate.json().getString("type")).isEqualTo("urn:godwit:problem:too-late");
      assertThat(tooLate.json().getString("detail"))
          .isEqualTo(
              "operation %s (rollback) is changing what is live, which takes a moment, or has done so"
                  .formatted(id));
      assertThat(tooLate.json().getString("remedy"))
          .isEqualTo("POST /v1/rollback puts back what was live before");
    }
    JSONObject ended = daemon.operation(id, "?wait=60").json();
    assertThat(ended.getString("outcome")).isEqualTo("rolled-back");
    assertThat(daemon.cancel(id).json().getString("detail")).contains("has ended: rolled-back");
  }

  @Test
  void aCheckThatHasBegunIsNot() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    String id;
    try (StagedRelease other = otherPublisher()) {
      assertThat(other).isNotNull();
      id = begin("POST /v1/fsck", "{}").getString("id");
      daemon.awaitState(id, "running");
      Reply tooLate = daemon.cancel(id); // and is told so at once, not at the end
      assertThat(tooLate.status()).isEqualTo(409);
      assertThat(tooLate.json().getString("type")).isEqualTo("urn:godwit:problem:too-late");
      assertThat(tooLate.json().getString("detail")).contains("(fsck) has begun", "to its end");
      assertThat(daemon.operation(id, "").json().getString("state")).isEqualTo("running");
    }
    assertThat(daemon.operation(id, "?wait=60").json().getString("outcome")).isEqualTo("done");
  }

  /// Who calls that off would have a daemon that is not ready until somebody publishes.
  @Test
  void whatTheDaemonNeedsItselfIsNot() throws Exception {
    for (int i = 0; i < 2000; i++) {
      site.article("a" + i + ".md", article("Article " + i));
    }
    daemon = ServedDaemon.start(directory, InstantSource.fixed(TestSite.AS_OF));
    JSONArray all = daemon.get("/v1/operations").json().getJSONArray("operations");
    JSONObject start = all.getJSONObject(0);
    assertThat(start.getString("command")).isEqualTo("start");
    assertThat(start.getString("state")).isIn("waiting", "running");
    Reply reply = daemon.cancel(start.getString("id"));
    assertThat(reply.status()).as(reply.body()).isEqualTo(409);
    assertThat(reply.json().getString("type")).isEqualTo("urn:godwit:problem:not-cancellable");
    daemon.awaitReady();
  }

  /// Neither waits for a lock, so a listener holds them up; a build is asked for by the plain face
  /// alone.
  @ParameterizedTest
  @ValueSource(strings = {"build", "due-list"})
  void whatReadsTheSiteIsCalledOffWhenItHasBegun(String command) throws Exception {
    serve();
    Daemon idle = withoutSocket();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    BuildListener held =
        (_, _, _) -> {
          begun.countDown();
          awaitQuietly(mayGoOn);
        };
    idle.start();
    Caller ann = new Caller(4711, "ann");
    Operation<?> operation =
        command.equals("build")
            ? idle.build(BuildChoices.usual(), build -> build.run(new MemorySink()), ann, held)
            : idle.schedule(ann, held);
    begun.await();
    assertThat(operation.state()).isEqualTo(Operation.State.RUNNING);
    assertThat(idle.operations().callOff(operation, "ann called it off")).isTrue();
    mayGoOn.countDown();
    assertThat(operation.told().toCompletableFuture().get().outcome()).isEqualTo("cancelled");
    assertThat(idle.stop(SOON)).isTrue();
  }

  /// Who is answered may ask again before the queue has put it away.
  @Test
  void whatHasToldItsEndIsNotUnderWayAnyMore() throws Exception {
    serve();
    Daemon idle = withoutSocket();
    CountDownLatch mayGoOn = new CountDownLatch(1);
    idle.start();
    Operation<?> operation =
        idle.schedule(new Caller(4711, "ann"), (_, _, _) -> awaitQuietly(mayGoOn));
    OperationRegistry operations = idle.operations();
    String id = operations.id(operation);
    CompletionStage<List<Boolean>> asked =
        operation
            .told()
            .thenApply(
                _ ->
                    List.of(operations.find(id).isPresent(), operations.findEnded(id).isPresent()));
    assertThat(operations.find(id)).isPresent();
    mayGoOn.countDown();
    assertThat(asked.toCompletableFuture().get()).containsExactly(false, true);
    assertThat(idle.stop(SOON)).isTrue();
  }

  private Daemon withoutSocket() {
    return new Daemon(
        site.config(),
        InstantSource.fixed(TestSite.AS_OF),
        new Listening(directory, Optional.empty()),
        Notification.of(Map.of(), 0, () -> 0));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Keeps the target until it is closed. The daemon tries again for ever, as its clock stands.
  private StagedRelease otherPublisher() throws Exception {
    Path target = Files.createDirectories(directory.resolve("public"));
    return Target.open(target, Strategy.EXCHANGE)
        .stage(
            new ReleaseRequest(
                new Holder(4711, "bob", TestSite.AS_OF, "godwit publish"),
                site.directory().toString(),
                TestSite.AS_OF,
                3,
                Duration.ZERO));
  }

  private JSONObject begin(String call, String body) throws Exception {
    Reply reply = daemon.call(call, call.substring(call.indexOf(' ') + 1), ASYNC, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    return reply.json();
  }
}
