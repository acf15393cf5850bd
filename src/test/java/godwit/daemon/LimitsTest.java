package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.http.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is at a limit is served, and what is over it is told which.
class LimitsTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final Limits SHORT =
      new Limits(
          4096,
          8192,
          64,
          65_536,
          Duration.ofMillis(500),
          Duration.ofMillis(500),
          Duration.ofMillis(2000),
          4,
          256 * 1024);

  @TempDir Path directory;

  @Test
  void requestLine() throws Exception {
    try (Served served = Served.start(directory)) {
      String line = "GET /v1/health/live? HTTP/1.1\r\n";
      String longest = line.replace("?", "?" + "a".repeat(4096 - line.length()));
      assertThat(served.ask(longest + "Host: a\r\n\r\n")).startsWith("HTTP/1.1 200 ");
      assertThat(served.ask(longest.replace("?", "?a") + "Host: a\r\n\r\n"))
          .startsWith("HTTP/1.1 414 ")
          .contains("application/problem+json", "\"limit\":4096,\"unit\":\"bytes\"");
    }
  }

  @Test
  void headerFields() throws Exception {
    try (Served served = Served.start(directory)) {
      String start = "GET /v1/health/live HTTP/1.1\r\nHost: a\r\n";
      assertThat(served.ask(start + "X: y\r\n".repeat(63) + "\r\n")).startsWith("HTTP/1.1 200 ");
      assertThat(served.ask(start + "X: y\r\n".repeat(64) + "\r\n"))
          .startsWith("HTTP/1.1 431 ")
          .contains("\"limit\":64,\"unit\":\"fields\"");
      int rest = 8192 - "Host: a\r\nX: \r\n".length();
      assertThat(served.ask(start + "X: " + "y".repeat(rest) + "\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
      assertThat(served.ask(start + "X: " + "y".repeat(rest + 1) + "\r\n\r\n"))
          .startsWith("HTTP/1.1 431 ")
          .contains("\"limit\":8192,\"unit\":\"bytes\"");
    }
  }

  @Test
  void body() throws Exception {
    try (Served served = Served.start(directory)) {
      String start = "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n";
      assertThat(served.ask(start + "Content-Length: 65536\r\n\r\n" + "x".repeat(65_536)))
          .startsWith("HTTP/1.1 200 ")
          .contains("X-Body-Bytes: 65536");
      assertThat(served.ask(start + "Content-Length: 65537\r\n\r\n" + "x".repeat(65_537)))
          .startsWith("HTTP/1.1 413 ")
          .contains("\"limit\":65536");
      assertThat(
              served.ask(
                  start
                      + "Transfer-Encoding: chunked\r\n\r\n10001\r\n"
                      + "x".repeat(65_537)
                      + "\r\n0\r\n\r\n"))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void slowHeadersAndBodiesAreRefusedHoweverTheyDrip() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient header = served.client();
        RawClient body = served.client()) {
      body.send("POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
      header.send("GET / HTTP/1.1\r\nX: ");
      for (int i = 0; i < 300 && !(header.isClosed() && body.isClosed()); i++) {
        header.send("x");
        body.send("x");
        Thread.sleep(10);
      }
      assertThat(header.untilClosed(SOON)).startsWith("HTTP/1.1 408 ").contains("\"limit\":0");
      assertThat(body.untilClosed(SOON)).startsWith("HTTP/1.1 408 ").contains("body");
    }
  }

  @Test
  void anIdleConnectionWasNotSlowThoughItsAnswerCameLater() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      client.get("/later?ms=50").until("later\n", SOON);
      assertThat(client.clear().untilClosed(SOON)).isEmpty();
    }
  }

  @Test
  void anIdleConnectionIsKeptForItsTimeAndThenClosed() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      client.get("/v1/health/live").until("live\"}", SOON);
      Thread.sleep(1200); // more than a header may take
      client.clear().get("/v1/health/live").until("live\"}", SOON);
      assertThat(client.clear().untilClosed(SOON)).isEmpty();
    }
  }

  @Test
  void whoOnlyHoldsConnectionsOpenMakesRoomForOthers() throws Exception {
    try (Served served = Served.start(directory)) {
      List<RawClient> slow = new ArrayList<>();
      try {
        for (int i = 0; i < 256; i++) {
          slow.add(served.client().send("GET / HTTP/1.1\r\nX: "));
        }
        long start = System.nanoTime();
        assertThat(served.get("/v1/health/live")).startsWith("HTTP/1.1 200 ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        for (RawClient client : slow) {
          client.untilClosed(Duration.ofSeconds(10));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(served.server().connections()).isZero();
      } finally {
        for (RawClient client : slow) {
          client.close();
        }
      }
    }
  }

  @Test
  void whenAllAreAtWorkOneMoreIsToldSo() throws Exception {
    try (Served served = Served.start(directory, SHORT)) {
      List<RawClient> working = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        working.add(served.client().get("/held"));
      }
      awaitBusy(served);
      assertThat(served.get("/v1/health/live"))
          .startsWith("HTTP/1.1 503 ")
          .contains("\"limit\":4,\"unit\":\"connections\"");
      served.routes().release();
      for (RawClient client : working) {
        assertThat(client.until("at last", SOON)).startsWith("HTTP/1.1 200 ");
        client.close();
      }
    }
  }

  @Test
  void ofTwoHundredAtOnceNoneIsRefused() throws Exception {
    try (Served served = Served.start(directory)) {
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        clients.add(served.client());
      }
      clients.forEach(client -> client.get("/later?ms=200"));
      for (RawClient client : clients) {
        assertThat(client.until("later\n", SOON)).startsWith("HTTP/1.1 200 ");
        client.close();
      }
    }
  }

  /// Until the four of `/held` have been seen.
  private static void awaitBusy(Served served) throws IOException, InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (served.routes().held() < 4 && System.nanoTime() < end) {
      Thread.sleep(5);
    }
  }
}
