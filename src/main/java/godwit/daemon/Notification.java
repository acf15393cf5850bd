package godwit.daemon;

import godwit.daemon.socket.DatagramAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells systemd how the daemon is, see sd_notify(3); does nothing where nobody asked for it. What
/// cannot be told is logged, and the daemon goes on. May be used by any thread.
public final class Notification {
  /// systemd takes no message above 4,096 bytes; a character has four at most.
  private static final int LONGEST_STATUS = 900;

  private static final long NANOS_PER_MICRO = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Notification.class);

  private final @Nullable DatagramAddress receiver;
  private final Optional<Duration> watchdogInterval;
  private final LongSupplier monotonicNanos;

  private Notification(
      @Nullable DatagramAddress receiver,
      Optional<Duration> watchdogInterval,
      LongSupplier monotonicNanos) {
    this.receiver = receiver;
    this.watchdogInterval = watchdogInterval;
    this.monotonicNanos = monotonicNanos;
  }

  /// @param environment of this process: `NOTIFY_SOCKET`, `WATCHDOG_USEC`, `WATCHDOG_PID`
  /// @param pid of this process: a watchdog may be meant for another
  /// @param monotonicNanos CLOCK_MONOTONIC, which `System.nanoTime` is on Linux
  public static Notification of(
      Map<String, String> environment, long pid, LongSupplier monotonicNanos) {
    return new Notification(receiver(environment), watchdog(environment, pid), monotonicNanos);
  }

  /// How often at least [#alive] has to be called, or the daemon is taken for dead: call it twice
  /// as often. Empty if nobody watches.
  public Optional<Duration> watchdogInterval() {
    return watchdogInterval;
  }

  /// The daemon serves; also says that a [#reloading] is over.
  ///
  /// @param status a line for people
  public void ready(String status) {
    send("READY=1\nSTATUS=" + line(status));
  }

  /// @param status what the daemon is at: a line for people
  public void status(String status) {
    send("STATUS=" + line(status));
  }

  /// The daemon reads its settings again, until [#ready].
  public void reloading() {
    long micros = monotonicNanos.getAsLong() / NANOS_PER_MICRO;
    send("RELOADING=1\nMONOTONIC_USEC=" + micros);
  }

  /// The daemon ends.
  public void stopping() {
    send("STOPPING=1");
  }

  /// The daemon has not got stuck.
  public void alive() {
    send("WATCHDOG=1");
  }

  private void send(String message) {
    if (receiver == null) {
      return;
    }
    try {
      receiver.send(message.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.warn("systemd could not be told {}: {}", message.replace('\n', ' '), e.toString());
    }
  }

  /// A line break would begin another assignment.
  private static String line(String text) {
    return LogText.line(text, LONGEST_STATUS);
  }

  private static @Nullable DatagramAddress receiver(Map<String, String> environment) {
    String name = environment.getOrDefault("NOTIFY_SOCKET", "");
    try {
      return name.isEmpty() ? null : DatagramAddress.parse(name);
    } catch (IllegalArgumentException e) {
      LOG.warn("systemd will not be told anything: NOTIFY_SOCKET is {}", e.getMessage());
      return null;
    }
  }

  private static Optional<Duration> watchdog(Map<String, String> environment, long pid) {
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    String watched = environment.getOrDefault("WATCHDOG_PID", String.valueOf(pid));
    if (!watched.equals(String.valueOf(pid)) || !micros.matches("[1-9][0-9]{0,14}")) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(Long.parseLong(micros) * NANOS_PER_MICRO));
  }
}
