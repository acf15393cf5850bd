package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.ServedDaemon.Reply;
import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Operations as they wait, run, are joined, called off and looked at; and the events that tell of
/// them.
class OperationsTest {
  /// Keeps a publish that is live from ending until there is a file `go`.
  private static final String HELD =
      """
      [site]
      title = "Flock"
      [[publish.after]]
      command = ["sh", "-c", "until [ -e go ]; do sleep 0.02; done"]
      """;

  /// So that a page takes its time.
  private static final String SLOW =
      "<#list 1..400 as a><#list 1..1000 as b></#list></#list>${article.title}";

  private static final String LINES = "Accept: application/x-ndjson\r\n";

  @TempDir Path directory;
  private TestSite site;
  private ServedDaemon daemon;

  @BeforeEach
  void make() throws Exception {
    site = new TestSite(directory, "[site]\ntitle = \"Flock\"\n");
    site.article("one.md", article("One"));
  }

  private void serve() throws Exception {
    daemon = ServedDaemon.start(directory, InstantSource.fixed(TestSite.AS_OF));
    daemon.awaitReady();
  }

  @AfterEach
  void stop() throws Exception {
    Files.writeString(directory.resolve("go"), "");
    daemon.close();
  }

  private static String article(String title) {
    return "Title: " + title + "\nDate: 2026-01-02\n\nA.\n";
  }

  private void makeSlow() throws Exception {
    site.file("templates/article.ftlh", SLOW);
    for (int i = 0; i < 200; i++) {
      site.article("slow" + i + ".md", article("Slow " + i));
    }
  }

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

    awaitState(id, "committed");
    long start = System.nanoTime();
    Reply early = daemon.operation(id, "?wait=1");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    assertThat(early.json().getString("state")).isEqualTo("committed");
    assertThat(early.json().isNull("result")).isTrue();
    Reply tooLate = daemon.cancel(id);
    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.json().getString("type")).endsWith(":too-late");

    Files.writeString(directory.resolve("go"), "");
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
      awaitCallers(1, id);

      Reply cancelled = daemon.cancel(id);
      assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
      assertThat(cancelled.json().getString("outcome")).isEqualTo("cancelled");
      Reply lines = daemon.check("POST /v1/publish", client.end().untilClosed(SOON));
      assertThat(lines.lines().getLast().getString("result")).isEqualTo("cancelled");
      assertThat(lines.lines().getLast().getInt("exit")).isEqualTo(6);
      assertThat(directory.resolve("public/html")).doesNotExist();
      // Who asked later waits for the next one, which goes on.
      for (String waiting : ids("publish")) {
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
    awaitState(running, "committed");
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
  void aHundredCallersAreAnsweredByTwoBuildsWithWhatWasThereWhenTheyAsked() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    String first = daemon.ask("");
    awaitState(first, "committed");
    site.article("two.md", article("Two"));
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      clients.add(daemon.client().send(ServedDaemon.request("POST", "/v1/publish", "", "")));
    }
    awaitCallers(100, first);
    Files.writeString(directory.resolve("go"), "");
    Set<String> releases = new TreeSet<>();
    for (RawClient client : clients) {
      Reply reply = daemon.check("POST /v1/publish", client.end().untilClosed(SOON));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().getJSONArray("added").toString()).contains("two.html");
      releases.add(reply.json().getString("release"));
      client.close();
    }
    assertThat(releases).hasSize(1);
    assertThat(ids("publish")).hasSize(2);
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
      awaitState(daemon.ask(""), "committed");
      site.article("two.md", article("Two" + fields.length()));
      int before = ids("publish").size();
      try (RawClient client = daemon.client()) {
        client.send(ServedDaemon.request("POST", "/v1/publish", fields, ""));
        awaitOperations(before + 1);
      }
      String id = ids("publish").getLast();
      awaitConnections(1);
      Files.writeString(directory.resolve("go"), "");
      assertThat(daemon.operation(id, "?wait=60").json().getString("outcome"))
          .isEqualTo("published");
    }
  }

  @Test
  void whoAsksForTooMuchIsToldToComeBack() throws Exception {
    site.file("godwit.toml", HELD);
    serve();
    awaitState(daemon.ask(""), "committed");
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < WorkQueue.MOST_WAITING; i++) {
      clients.add(daemon.client().send(ServedDaemon.request("POST", "/v1/rollback", "", "")));
    }
    awaitOperations(WorkQueue.MOST_WAITING + 1);
    Reply busy = daemon.post("/v1/publish", "");
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.json().getInt("exit")).isEqualTo(5);
    assertThat(busy.field("Retry-After")).contains("5");
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void theLastHundredAreKept() throws Exception {
    serve();
    String first = daemon.ask("");
    for (int i = 0; i < OperationLog.KEPT; i++) {
      daemon.post("/v1/publish", "");
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

  @Test
  void eventsTellWhatHappens() throws Exception {
    serve();
    try (RawClient client = daemon.client().get("/v1/events")) {
      assertThat(client.until("\n\n", SOON)).contains("text/event-stream");
      client.until("event: hello", SOON);
      daemon.post("/v1/publish", "");
      daemon.post("/v1/reload", "");
      String told = client.until("event: reloaded", SOON);
      assertThat(told)
          .containsSubsequence(
              "event: begun", "event: progress", "event: released", "event: ended", "event: rel");
      checkEvents(client.until("\"result\":\"ok\"}", SOON));
    }
  }

  @Test
  void eventsGoOnAfterTheLastThatWasSeen() throws Exception {
    serve();
    daemon.post("/v1/publish", "");
    String hello = events("").getFirst();
    String last = hello.lines().filter(l -> l.startsWith("id: ")).findFirst().orElseThrow();
    String name = last.substring(4, last.indexOf('-'));
    long number = Long.parseLong(last.substring(last.indexOf('-') + 1));

    List<String> all = events("Last-Event-ID: " + name + "-0\r\n");
    assertThat(all).hasSize((int) number);
    assertThat(events("Last-Event-ID: " + name + "-" + (number - 2) + "\r\n"))
        .isEqualTo(all.subList(all.size() - 2, all.size()));
    assertThat(events("Last-Event-ID: " + name + "-" + number + "\r\n")).isEmpty();
    assertThat(events("Last-Event-ID: another-3\r\n").getFirst())
        .contains("event: reset", "other-daemon", last);
    assertThat(events("Last-Event-ID: " + name + "-" + (number + 1) + "\r\n").getFirst())
        .contains("event: reset");

    for (int i = 0; i <= EventLog.KEPT; i++) {
      daemon.post("/v1/reload", "");
    }
    assertThat(events("Last-Event-ID: " + name + "-" + number + "\r\n").getFirst())
        .contains("event: reset", "too-old");
    assertThat(events("Last-Event-ID: " + name + "-" + (number + 1) + "\r\n"))
        .hasSize(EventLog.KEPT);
  }

  @Test
  void noMoreThanSoManyListen() throws Exception {
    serve();
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < EventLog.MOST_READERS; i++) {
      RawClient client = daemon.client().get("/v1/events");
      client.until("hello", SOON);
      clients.add(client);
    }
    assertThat(daemon.get("/v1/events").status()).isEqualTo(503);
    clients.getFirst().close();
    long end = System.nanoTime() + SOON.toNanos();
    try (RawClient client = daemon.client()) {
      while (!client.clear().get("/v1/events").until("\r\n\r\n", SOON).contains("200 OK")) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(20);
      }
    }
    for (RawClient client : clients) {
      client.close();
    }
  }

  /// The events that somebody is told at once.
  private List<String> events(String fields) throws Exception {
    try (RawClient client = daemon.client()) {
      client.send(ServedDaemon.request("GET", "/v1/events", fields, ""));
      client.until("\r\n\r\n", SOON);
      // What is missed is told before anything else: a heartbeat ends it.
      String told = client.until(fields.contains("Last") ? "\n:\n\n" : "}\n\n", SOON);
      return eventTexts(told);
    }
  }

  private static List<String> eventTexts(String answer) {
    List<String> events = new ArrayList<>();
    for (String event : answer.replaceAll("\r\n[0-9A-Fa-f]+\r\n|\r\n", "").split("\n\n")) {
      int at = event.indexOf("id: ");
      if (at >= 0) {
        events.add(event.substring(at));
      }
    }
    return events;
  }

  private void checkEvents(String answer) {
    List<String> events = eventTexts(answer);
    assertThat(events).hasSizeGreaterThan(5);
    for (String event : events) {
      List<String> lines = event.lines().toList();
      String kind = lines.get(1).substring("event: ".length());
      String schema = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Event";
      daemon.contract().checkSchema(schema, lines.get(2).substring("data: ".length()));
    }
  }

  private List<String> ids(String command) throws Exception {
    List<String> ids = new ArrayList<>();
    for (Object one : daemon.get("/v1/operations").json().getJSONArray("operations")) {
      JSONObject operation = (JSONObject) one;
      if (operation.getString("command").equals(command)) {
        ids.add(operation.getString("id"));
      }
    }
    return ids;
  }

  private void awaitState(String id, String state) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!daemon.operation(id, "").json().getString("state").equals(state)) {
      assertThat(System.nanoTime()).as(daemon.operation(id, "").body()).isLessThan(end);
      Thread.sleep(10);
    }
  }

  /// Until so many wait for an operation other than that.
  private void awaitCallers(int callers, String but) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (true) {
      for (String id : ids("publish")) {
        JSONObject operation = daemon.operation(id, "").json();
        if (!id.equals(but) && operation.getInt("callers") == callers) {
          return;
        }
      }
      assertThat(System.nanoTime()).as(daemon.get("/v1/operations").body()).isLessThan(end);
      Thread.sleep(10);
    }
  }

  /// Until so many are open: who has hung up has been seen to.
  private void awaitConnections(int count) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!daemon.get("/v1/metrics").body().contains("\ngodwit_connections " + count + "\n")) {
      assertThat(System.nanoTime()).as("connections").isLessThan(end);
      Thread.sleep(10);
    }
  }

  private void awaitOperations(int count) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (ids("publish").size() + ids("rollback").size() < count) {
      assertThat(System.nanoTime()).as(daemon.get("/v1/operations").body()).isLessThan(end);
      Thread.sleep(10);
    }
  }
}
