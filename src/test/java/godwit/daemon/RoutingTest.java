package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those who write commands rely on.
class RoutingTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir Path directory;

  @Test
  void lifeAndVersion() throws Exception {
    try (Served served = Served.start(directory)) {
      assertThat(served.get("/v1/health/live"))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("Content-Type: application/json")
          .endsWith("{\"status\":\"live\"}\n")
          .doesNotContain("Server:", "Date:", "Jetty");
      assertThat(served.get("/v1/version"))
          .endsWith("{\"name\":\"godwit\",\"version\":\"1.2.3\",\"api\":1}\n");
      assertThat(served.ask("GET http://elsewhere/v1/version HTTP/1.1\r\nHost: elsewhere\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aCallHasParametersQueryBodyPreferencesAndPeer() throws Exception {
    try (Served served = Served.start(directory)) {
      String body = "[\"ü\"]";
      String answer =
          served.ask(
              "POST /echo/%C3%A9%20b?n=7&x=a+b%26 HTTP/1.1\r\nHost: a\r\n"
                  + "Content-Type: application/json; charset=utf-8\r\nContent-Length: 6\r\n"
                  + "Accept: text/*;q=0.1, application/json\r\nPrefer: wait=5, respond-async\r\n"
                  + "\r\n[\"\u00c3\u00bc\"]");
      assertThat(answer)
          .contains("POST /echo/%C3%A9%20b é b {n=7, x=a b&} OptionalLong[7] application/json")
          .contains("pid=" + ProcessHandle.current().pid() + " ")
          .contains("user=" + System.getProperty("user.name") + " ")
          .contains("async=Optional[]")
          .endsWith(body);
    }
  }

  @Test
  void whatNoRouteWantsIsRefused() throws Exception {
    try (Served served = Served.start(directory)) {
      assertThat(served.get("/nope")).startsWith("HTTP/1.1 404 ").contains("\"there is no /nope\"");
      assertThat(served.ask("PUT /v1/version HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 405 ")
          .contains("Allow: GET, HEAD, OPTIONS\r\n");
      assertThat(served.ask("OPTIONS /echo/x HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 204 ")
          .contains("Allow: POST, OPTIONS\r\n");
      assertThat(served.ask("HEAD /v1/version HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ")
          .contains("Content-Length: 44")
          .endsWith("\r\n\r\n");
      assertThat(served.ask("GET /v1/version HTTP/1.1\r\nHost: a\r\nAccept: image/*\r\n\r\n"))
          .startsWith("HTTP/1.1 406 ")
          .contains("\"available\":[\"application/json\"]");
      assertThat(
              served.ask(
                  "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Type: text/html\r\n"
                      + "Content-Length: 1\r\n\r\nx"))
          .startsWith("HTTP/1.1 415 ")
          .contains("Accept: application/json, text/plain");
      assertThat(served.ask("GET /v1/version HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\n\r\n"))
          .startsWith("HTTP/1.1 403 ");
    }
  }

  @Test
  void aBugIsOneProblemThatTellsNothingElse() throws Exception {
    try (Served served = Served.start(directory)) {
      for (String path : new String[] {"/bug", "/later-bug"}) {
        String answer = served.get(path);
        assertThat(answer)
            .startsWith("HTTP/1.1 500 ")
            .doesNotContain("secret", "Exception", "\tat");
        JSONObject problem = new JSONObject(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.getString("title")).isEqualTo("This is a bug in Godwit");
        assertThat(problem.getInt("status")).isEqualTo(500);
      }
      assertThat(served.get("/refused"))
          .startsWith("HTTP/1.1 409 ")
          .contains("\"type\":\"urn:godwit:problem:busy\"", "\"owner\":7");
    }
  }

  @Test
  void connectionsAreKeptAndPipelinedRequestsAnsweredInTurn() throws Exception {
    try (Served served = Served.start(directory);
        RawClient client = served.client()) {
      client.get("/later?ms=50").get("/v1/version").get("/nope");
      assertThat(client.until("no /nope", SOON))
          .containsSubsequence("later\n", "\"version\"", "404", "no /nope");
      assertThat(client.clear().get("/v1/version").until("api", SOON)).contains("200 OK");
    }
  }

  @Test
  void jettyLogsNothingWhenAllIsWell() throws Exception {
    List<String> logged = new CopyOnWriteArrayList<>();
    Logger root = Logger.getLogger("");
    Handler all =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getLoggerName() + ": " + line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    root.addHandler(all);
    try (Served served = Served.start(directory)) {
      assertThat(served.get("/v1/version")).contains("200 OK");
    } finally {
      root.removeHandler(all);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void streamsReachClientsOfBothVersions() throws Exception {
    try (Served served = Served.start(directory)) {
      assertThat(served.get("/ticks?count=2"))
          .contains("Content-Type: application/x-ndjson", "Transfer-Encoding: chunked")
          .contains("{\"tick\":0}\n", "{\"tick\":1}\n")
          .endsWith("0\r\n\r\n");
      assertThat(served.ask("GET /ticks?count=2 HTTP/1.0\r\n\r\n"))
          .doesNotContain("chunked")
          .endsWith("\r\n\r\n{\"tick\":0}\n{\"tick\":1}\n");
      try (RawClient client = served.client()) {
        client.send("GET /events HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 41\r\n\r\n");
        assertThat(client.until(":\n\n", SOON))
            .contains("text/event-stream")
            .contains("id: 42\nevent: build\ndata: line 1\ndata: line 2\n\n");
      }
    }
  }

  @Test
  void whoHangsUpIsSeenAndHoldsNothing() throws Exception {
    try (Served served = Served.start(directory)) {
      RawClient held = served.client().get("/held");
      while (served.routes().held() == 0) {
        Thread.sleep(5);
      }
      RawClient events = served.client().get("/events");
      events.until(":\n\n", SOON);
      RawClient idle = served.client().get("/v1/version");
      idle.until("api", SOON);
      for (RawClient client : List.of(held, events, idle)) {
        client.close();
      }
      try (RawClient half = served.client().get("/later?ms=600").end()) {
        awaitGone(served, 2);
        // Who only sends no more is still answered.
        assertThat(half.untilClosed(SOON)).endsWith("later\n");
      }
      assertThat(served.routes().gone.get()).isEqualTo(2);
      assertThat(served.server().connections()).isZero();
    }
  }

  @Test
  void whoReadsTooSlowlyIsDropped() throws Exception {
    try (Served served = Served.start(directory);
        RawClient client = served.client().get("/flood")) {
      awaitGone(served, 1);
      assertThat(client.untilClosed(SOON)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeItStops() throws Exception {
    Served served = Served.start(directory);
    try (RawClient waiting = served.client().get("/later?ms=300");
        RawClient events = served.client().get("/events");
        RawClient idle = served.client().get("/v1/version")) {
      events.until(":\n\n", SOON);
      idle.until("api", SOON);
      long start = System.nanoTime();
      served.server().stop(Duration.ofSeconds(5));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertThat(waiting.untilClosed(SOON)).contains("200 OK").endsWith("later\n");
      assertThat(events.untilClosed(SOON)).endsWith("0\r\n\r\n");
      assertThat(idle.isClosed()).isTrue();
      assertThat(served.path()).doesNotExist();
    }
  }

  @Test
  void whatTakesTooLongIsGivenUpWhenItStops() throws Exception {
    Served served = Served.start(directory);
    try (RawClient held = served.client().get("/held")) {
      long start = System.nanoTime();
      Thread.sleep(100);
      served.server().stop(Duration.ofMillis(300));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertThat(held.untilClosed(SOON)).doesNotContain("200 OK");
    }
  }

  private static void awaitGone(Served served, int count) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (served.routes().gone.get() < count && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(served.routes().gone.get()).isGreaterThanOrEqualTo(count);
  }
}
