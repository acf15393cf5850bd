package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.http.Limits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Empty lines between requests, which RFC 9112 (section 2.2) wants passed over: some clients send
/// one after a body.
class EmptyLinesTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration HEADER = Duration.ofMillis(500);
  private static final Duration IDLE = Duration.ofMillis(2000);
  private static final String POST =
      "POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx";

  private static final Limits SHORT =
      new Limits(4096, 8192, 64, 65_536, HEADER, HEADER, IDLE, 4, 256 * 1024);

  @TempDir Path directory;

  @Test
  void oneBehindABodyIsPassedOverAndTheNextRequestHasItsTime() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient together = served.client();
        RawClient later = served.client()) {
      together.send(POST + "\r\n").until("async=", SOON);
      later.send(POST).until("async=", SOON);
      later.send("\r\n");
      Thread.sleep(HEADER.multipliedBy(2));
      assertThat(together.clear().send(POST).until("async=", SOON)).contains("HTTP/1.1 200 ");
      assertThat(later.clear().send(POST + "\r\n" + POST).until("async=", SOON))
          .contains("HTTP/1.1 200 ");
    }
  }

  @Test
  void oneBehindABodyThatIsAnsweredLaterIsPassedOver() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      client.send("GET /later?ms=50 HTTP/1.1\r\nHost: a\r\n\r\n\r\n").until("later\n", SOON);
      Thread.sleep(HEADER.multipliedBy(2));
      assertThat(client.clear().get("/v1/health/live").until("live\"}", SOON))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void whoSendsNothingElseIsIdleAndNotSlow() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      long start = System.nanoTime();
      assertThat(client.send("\r\n").untilClosed(SOON)).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(HEADER.multipliedBy(2));
    }
  }

  @Test
  void whoDripsThemIsIdleAllTheSame() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      long start = System.nanoTime();
      while (!client.isClosed() && System.nanoTime() - start < SOON.toNanos()) {
        client.send("\r\n");
        Thread.sleep(HEADER);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IDLE.multipliedBy(2));
      assertThat(client.untilClosed(SOON)).isEmpty();
    }
  }

  @Test
  void whoSendsTooManyIsSlowWithHisRequest() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      assertThat(client.send("\r\n".repeat(16)).untilClosed(SOON)).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void aRequestBehindSomeHasNoMoreTimeThanAnother() throws Exception {
    try (Served served = Served.start(directory, SHORT);
        RawClient client = served.client()) {
      assertThat(client.send("\r\n\r\nGET / HTTP/1.1\r\n").untilClosed(SOON))
          .startsWith("HTTP/1.1 408 ");
    }
  }
}
