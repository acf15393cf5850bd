package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.json.mapper.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is logged by SLF4J and by java.util.logging, and what arrives.
class DaemonLogTest {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("godwit.daemon.Queue");

  @Test
  void eachLevelHasThePriorityThatSystemdKnowsItBy() {
    assertThat(
            logged(
                LogFormat.SYSTEMD,
                () -> {
                  LOG.error("{} is broken", "it");
                  LOG.warn("careful");
                  LOG.info("Grüße");
                  LOG.debug("not told");
                }))
        .isEqualTo("<3>it is broken\n<4>careful\n<6>Grüße\n");
  }

  @Test
  void ofJettyOnlyWarningsAreTold() {
    assertThat(
            logged(
                LogFormat.SYSTEMD,
                () -> {
                  org.slf4j.Logger jetty = LoggerFactory.getLogger("org.eclipse.jetty.io.Selector");
                  jetty.info("started");
                  jetty.warn("slow");
                }))
        .isEqualTo("<4>org.eclipse.jetty.io.Selector: slow\n");
  }

  @Test
  void aStackTraceStandsIndentedUnderItsRecord() {
    IllegalStateException failure = failure();
    assertThat(logged(LogFormat.SYSTEMD, () -> LOG.error("this is a bug", failure)))
        .isEqualTo(
            """
            <3>this is a bug
            <3>  java.lang.IllegalStateException: outer\\n<6>forged
            <3>    at a.B.c(B.java:7)
            <3>    Suppressed: java.lang.IllegalArgumentException: aside
            <3>      at a.D.e(D.java:8)
            <3>  Caused by: java.io.IOException: inner
            <3>    at a.F.g(F.java:9)
            """);
  }

  @Test
  void aCauseThatIsItsOwnCauseIsToldOnce() {
    Exception outer = new Exception("outer");
    Exception inner = new Exception("inner", outer);
    outer.initCause(inner);
    outer.setStackTrace(new StackTraceElement[0]);
    inner.setStackTrace(new StackTraceElement[0]);
    assertThat(logged(LogFormat.SYSTEMD, () -> LOG.warn("odd", outer)))
        .isEqualTo(
            """
            <4>odd
            <4>  java.lang.Exception: outer
            <4>  Caused by: java.lang.Exception: inner
            <4>  Caused by: as above: java.lang.Exception
            """);
  }

  @Test
  void nobodyBeginsALineOfHisOwn() {
    String hostile = "a\n<3>b\r\nc\u0000\u001b[2J\u0085d\u2028e\u202efg\ud800h\tö🐦";
    assertThat(logged(LogFormat.SYSTEMD, () -> LOG.info("got {}", hostile)))
        .isEqualTo(
            "<6>got a\\n<3>b\\r\\nc\\u0000\\u001b[2J\\u0085d\\u2028e\\u202efg\\ud800h\\tö🐦\n");
    String json = logged(LogFormat.JSON, () -> LOG.info("got {}", hostile));
    assertThat(json).hasLineCount(1).doesNotContain("\u001b", "\u2028", "\u202e", "\u0085");
    assertThat(read(json)).containsEntry("message", "got " + hostile);
  }

  /// journald makes two records of what is longer than 48 KiB, and the second one could be forged.
  @Test
  void aLineStaysWholeInTheJournal() {
    Exception failure = new Exception("€".repeat(100_000));
    for (LogFormat format : LogFormat.values()) {
      String text = logged(format, () -> LOG.error("€\n".repeat(100_000), failure));
      assertThat(text.lines())
          .allSatisfy(
              line ->
                  assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThan(48 << 10));
    }
  }

  @Test
  void aRecordIsAnObjectForPrograms() {
    LogRecord record = new LogRecord(Level.SEVERE, "this is a \"bug\"");
    record.setLoggerName("godwit.daemon.Queue");
    record.setInstant(Instant.parse("2026-11-23T07:47:21.854999Z"));
    record.setThrown(failure());
    String line = logged(LogFormat.JSON, () -> Logger.getLogger("godwit").log(record));
    assertThat(line)
        .startsWith(
            "{\"time\":\"2026-11-23T07:47:21.854Z\",\"level\":\"error\","
                + "\"logger\":\"godwit.daemon.Queue\",\"message\":\"this is a \\\"bug\\\"\","
                + "\"error\":\"java.lang.IllegalStateException: outer\\n")
        .endsWith("\"}\n")
        .hasLineCount(1);
    assertThat(read(line).get("error").toString()).contains("\nCaused by: java.io.IOException");
  }

  @Test
  void timesHaveTheirMillisecondsAlways() {
    LogRecord record = new LogRecord(Level.INFO, "{0}");
    record.setInstant(Instant.parse("2026-11-23T07:47:21Z"));
    record.setParameters(new Object[] {"filled in"});
    assertThat(logged(LogFormat.JSON, () -> Logger.getLogger("x").log(record)))
        .isEqualTo(
            "{\"time\":\"2026-11-23T07:47:21.000Z\",\"level\":\"info\",\"logger\":\"\","
                + "\"message\":\"filled in\"}\n");
  }

  @Test
  void eachRecordIsWrittenInOnePiece() {
    List<String> pieces = new ArrayList<>();
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void write(byte[] bytes) {
            pieces.add(new String(bytes, StandardCharsets.UTF_8));
          }

          @Override
          public void close() {
            throw new UncheckedIOException(new IOException("not ours to close"));
          }
        };
    try (DaemonLog _ = DaemonLog.open(LogFormat.SYSTEMD, out)) {
      LOG.info("one");
      LOG.error("two", failure());
    }
    assertThat(pieces).hasSize(2);
  }

  @Test
  void loggingIsAsBeforeWhenItIsClosed() {
    Logger root = Logger.getLogger("");
    List<Object> before = List.of((Object[]) root.getHandlers());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DaemonLog log = DaemonLog.open(LogFormat.JSON, out);
    assertThat(root.getHandlers()).hasSize(1);
    log.close();
    assertThat(List.of((Object[]) root.getHandlers())).isEqualTo(before);
    assertThat(Logger.getLogger("org.eclipse.jetty").getLevel()).isNull();
    assertThat(out.size()).isZero();
  }

  /// A reset goes through every logger, the root more than once: one is still under way when this
  /// log's handler has been taken away.
  @Test
  void aResetThatIsUnderWayIsWaitedFor() throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DaemonLog log = DaemonLog.open(LogFormat.SYSTEMD, out)) {
      Thread hook = Thread.ofPlatform().unstarted(() -> outlive(log));
      ResetByHand last = new ResetByHand(hook);
      LogManager.getLogManager().addLogger(last);
      LogManager.getLogManager().reset();
      hook.join();
      LOG.info("stopped");
      assertThat(last.seen).isEqualTo(Thread.State.WAITING);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("<6>stopped\n");
  }

  private static void outlive(DaemonLog log) {
    try {
      log.outliveReset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whoever resets it starts a thread, and sees whether that waits for the end of the reset.
  private static final class ResetByHand extends Logger {
    private final Thread hook;
    private Thread.State seen = Thread.State.NEW;

    ResetByHand(Thread hook) {
      super("reset by hand", null);
      this.hook = hook;
    }

    @Override
    public Handler[] getHandlers() {
      if (seen == Thread.State.NEW) {
        hook.start();
        do {
          Thread.onSpinWait();
          seen = hook.getState();
        } while (seen != Thread.State.WAITING && seen != Thread.State.TERMINATED);
      }
      return super.getHandlers();
    }
  }

  private static IllegalStateException failure() {
    IOException inner = new IOException("inner");
    inner.setStackTrace(at("a.F", "g", 9));
    IllegalArgumentException aside = new IllegalArgumentException("aside");
    aside.setStackTrace(at("a.D", "e", 8));
    IllegalStateException outer = new IllegalStateException("outer\n<6>forged", inner);
    outer.setStackTrace(at("a.B", "c", 7));
    outer.addSuppressed(aside);
    return outer;
  }

  private static StackTraceElement[] at(String type, String method, int line) {
    return new StackTraceElement[] {
      new StackTraceElement(type, method, type.substring(2) + ".java", line)
    };
  }

  private static Map<String, Object> read(String line) {
    return JsonMapper.builder().build().fromJsonObject(line);
  }

  private static String logged(LogFormat format, Runnable action) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DaemonLog _ = DaemonLog.open(format, out)) {
      action.run();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
