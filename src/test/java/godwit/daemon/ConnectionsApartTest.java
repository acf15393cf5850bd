package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.daemon.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No connection gets a byte that is meant for another, though clients that are refused and hang up
/// at once make the numbers of descriptors change hands all the time: a descriptor that one thread
/// closes while another is about to write to it is somebody else's by then. The system property
/// `godwit.apart.seconds` makes it last longer.
class ConnectionsApartTest {
  private static final int RUDE = 4;
  private static final int PROPER = 6;

  /// Goes on for longer where a busy machine does less in the time.
  private static final int ENOUGH = 100;

  /// So that the server has time to accept others.
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static final Duration LASTS =
      Duration.ofSeconds(Integer.getInteger("godwit.apart.seconds", 4));

  /// What is refused with an answer, by different ways through the server.
  private static final List<String> REFUSED =
      List.of(
          "GET /v1/health/live HTTP/9.9\r\nHost: a\r\n\r\n",
          "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET /v1/health/live HTTP/1.1\r\n\r\n",
          "POST /echo/rude HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nru",
          "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n".repeat(3),
          "GET /bug");

  /// So that nobody has to make room for others.
  private static final Limits ROOMY =
      new Limits(
          Limits.DEFAULT.requestLineBytes(),
          Limits.DEFAULT.headerBytes(),
          Limits.DEFAULT.headerFields(),
          Limits.DEFAULT.bodyBytes(),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          4096,
          Limits.DEFAULT.streamBytes());

  @TempDir Path directory;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void eachClientGetsItsOwnAnswersAndNothingElse() throws Exception {
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    AtomicInteger checked = new AtomicInteger();
    AtomicInteger hungUp = new AtomicInteger();
    try (Served served = Served.start(directory, ROOMY);
        ExecutorService clients = Executors.newFixedThreadPool(RUDE + PROPER)) {
      List<Future<?>> all = new ArrayList<>();
      long end = System.nanoTime() + LASTS.toNanos();
      BooleanSupplier goOn =
          () -> System.nanoTime() < end || checked.get() < ENOUGH || hungUp.get() < ENOUGH;
      for (int i = 0; i < RUDE; i++) {
        int from = i;
        all.add(clients.submit(() -> hangUp(served.path(), from, goOn, hungUp)));
      }
      for (int i = 0; i < PROPER; i++) {
        String name = "proper-" + i;
        all.add(clients.submit(() -> check(served.path(), name, goOn, checked, wrong)));
      }
      for (Future<?> client : all) {
        client.get();
      }
    }
    assertThat(wrong).as("of %s answers, with %s hung up", checked, hungUp).isEmpty();
  }

  private static Object hangUp(Path path, int from, BooleanSupplier goOn, AtomicInteger hungUp) {
    for (int i = from; goOn.getAsBoolean(); i++) {
      try (SocketChannel client = connected(path)) {
        client.write(ascii(REFUSED.get(i % REFUSED.size())));
      } catch (IOException e) {
        // It was refused before it was sent.
      }
      hungUp.incrementAndGet();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return hungUp;
  }

  /// On each connection two requests, and then its end.
  private static Object check(
      Path path, String name, BooleanSupplier goOn, AtomicInteger checked, Queue<String> wrong) {
    for (int i = 0; goOn.getAsBoolean(); i++) {
      String word = name + "-" + i;
      String expected = answer(word, "") + answer(word + "-last", "Connection: close\r\n");
      String received = "";
      try (SocketChannel client = connected(path)) {
        client.write(ascii(request(word, "")));
        received += read(client, answer(word, "").length());
        client.write(ascii(request(word + "-last", "Connection: close\r\n")));
        received += read(client, Integer.MAX_VALUE);
        if (received.length() < expected.length()) {
          wrong.add("%s got no more than: %s".formatted(word, received));
        }
        checked.incrementAndGet();
      } catch (IOException e) {
        // A flood of others may cost the connection, but brings nobody's bytes.
      }
      if (!expected.startsWith(received)) {
        wrong.add("%s got: %s".formatted(word, received));
      }
    }
    return checked;
  }

  private static String request(String word, String fields) {
    return "POST /echo/%s HTTP/1.1\r\nHost: a\r\n%sContent-Length: 0\r\n\r\n"
        .formatted(word, fields);
  }

  private static String answer(String word, String fields) {
    String body =
        "POST /echo/%s %s {} OptionalLong.empty text/plain pid=%d uid=%s gid=%s user=%s async=Optional.empty\n"
            .formatted(
                word,
                word,
                ProcessHandle.current().pid(),
                ofThis("unix:uid"),
                ofThis("unix:gid"),
                System.getProperty("user.name"));
    return "HTTP/1.1 200 OK\r\n"
        + "Cache-Control: no-store\r\nX-Body-Bytes: 0\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: "
        + body.length()
        + "\r\n"
        + fields
        + "\r\n"
        + body;
  }

  private static Object ofThis(String attribute) {
    try {
      return Files.getAttribute(Path.of("/proc/self"), attribute);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return so many bytes, or fewer where the connection ends
  private static String read(SocketChannel client, int most) throws IOException {
    StringBuilder received = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    while (received.length() < most && client.read(buffer.clear()) >= 0) {
      received.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
    }
    return received.toString();
  }

  private static SocketChannel connected(Path path) throws IOException {
    SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX);
    client.connect(UnixDomainSocketAddress.of(path));
    return client;
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
