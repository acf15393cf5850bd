package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/// What arrives at a socket like the one that systemd listens on.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class NotificationTest {
  private static final long PID = 4711;

  @TempDir Path directory;

  @Test
  void tellsTheStagesOfADaemonsLife() throws IOException {
    Path socket = directory.resolve("notify");
    try (AFUNIXDatagramChannel systemd = listen(AFUNIXSocketAddress.of(socket))) {
      Notification notification = to(socket.toString());

      notification.ready("Serving /srv/flock");
      assertThat(received(systemd)).isEqualTo("READY=1\nSTATUS=Serving /srv/flock");
      notification.status("Publishing");
      assertThat(received(systemd)).isEqualTo("STATUS=Publishing");
      notification.reloading();
      assertThat(received(systemd)).isEqualTo("RELOADING=1\nMONOTONIC_USEC=1234567");
      notification.alive();
      assertThat(received(systemd)).isEqualTo("WATCHDOG=1");
      notification.stopping();
      assertThat(received(systemd)).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void tellsASocketWithoutAFile() throws IOException {
    String name = "godwit-test-" + ProcessHandle.current().pid();
    try (AFUNIXDatagramChannel systemd = listen(AFUNIXSocketAddress.inAbstractNamespace(name))) {
      to("@" + name).stopping();
      assertThat(received(systemd)).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void aStatusIsOneLineThatSystemdTakes() throws IOException {
    Path socket = directory.resolve("notify");
    try (AFUNIXDatagramChannel systemd = listen(AFUNIXSocketAddress.of(socket))) {
      to(socket.toString()).status("Publishing\nMAINPID=1\u0000\u001b[2J");
      assertThat(received(systemd)).isEqualTo("STATUS=Publishing\\nMAINPID=1\\u0000\\u001b[2J");

      to(socket.toString()).ready("é🐦".repeat(10_000));
      String longest = received(systemd);
      assertThat(longest).startsWith("READY=1\nSTATUS=é🐦é").endsWith("…");
      assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4096);
    }
  }

  @Test
  void isSilentWhereNobodyAsked() {
    String logged =
        logged(
            () -> {
              Notification nobody = Notification.of(Map.of(), PID, () -> 0);
              nobody.ready("ready");
              nobody.stopping();
              assertThat(nobody.watchdogInterval()).isEmpty();
            });
    assertThat(logged).isEmpty();
  }

  @Test
  void theDaemonGoesOnWhereSystemdCannotBeTold() {
    Path nowhere = directory.resolve("nowhere");
    assertThat(logged(() -> to(nowhere.toString()).stopping()))
        .startsWith("<4>systemd could not be told STOPPING=1: ")
        .hasLineCount(1);
    assertThat(logged(() -> to("vsock:2:9").stopping()))
        .isEqualTo(
            "<4>systemd will not be told anything: NOTIFY_SOCKET is no Unix socket: vsock:2:9\n");
    assertThat(logged(() -> to("/" + "x".repeat(200)).stopping()))
        .startsWith("<4>systemd will not be told anything: NOTIFY_SOCKET is /xxx")
        .hasLineCount(1);
  }

  @Test
  void isWatchedIfThisProcessIsMeant() {
    assertThat(interval(Map.of("WATCHDOG_USEC", "30000000"))).isEqualTo(Duration.ofSeconds(30));
    assertThat(interval(Map.of("WATCHDOG_USEC", "1500", "WATCHDOG_PID", "4711")))
        .isEqualTo(Duration.ofNanos(1_500_000));
    assertThat(interval(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "1"))).isNull();
    assertThat(interval(Map.of("WATCHDOG_USEC", "0"))).isNull();
    assertThat(interval(Map.of("WATCHDOG_USEC", "-1"))).isNull();
    assertThat(interval(Map.of("WATCHDOG_USEC", "soon"))).isNull();
    assertThat(interval(Map.of("WATCHDOG_PID", "4711"))).isNull();
  }

  /// `MONOTONIC_USEC` is of CLOCK_MONOTONIC; what Java says of nanoTime does not promise that.
  @Test
  void javasNanoTimeIsTheMonotonicClock() throws IOException, InterruptedException {
    assumeTrue(Path.of("/usr/bin/python3").toFile().canExecute(), "there is no python3");
    long before = monotonic();
    long now = System.nanoTime();
    assertThat(now).isBetween(before, monotonic());
  }

  private static long monotonic() throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder("/usr/bin/python3", "-c", "import time; print(time.monotonic_ns())")
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).isZero();
    return Long.parseLong(said.strip());
  }

  private static @Nullable Duration interval(Map<String, String> environment) {
    return Notification.of(environment, PID, () -> 0).watchdogInterval().orElse(null);
  }

  private static Notification to(String socket) {
    return Notification.of(Map.of("NOTIFY_SOCKET", socket), PID, () -> 1_234_567_890);
  }

  private static AFUNIXDatagramChannel listen(AFUNIXSocketAddress address) throws IOException {
    AFUNIXDatagramChannel channel = AFUNIXDatagramChannel.open();
    channel.bind(address);
    return channel;
  }

  private static String received(AFUNIXDatagramChannel systemd) throws IOException {
    ByteBuffer message = ByteBuffer.allocate(8192);
    systemd.receive(message);
    return StandardCharsets.UTF_8.decode(message.flip()).toString();
  }

  private static String logged(Runnable action) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DaemonLog _ = DaemonLog.open(LogFormat.SYSTEMD, out)) {
      action.run();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
