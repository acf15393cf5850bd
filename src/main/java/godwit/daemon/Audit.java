package godwit.daemon;

import godwit.daemon.socket.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The log of who asked for what, and what came of it: a line for each command.
public final class Audit {
  /// The name by which programs find the lines.
  static final String NAME = "godwit.audit";

  private static final int BUSY = 5;
  private static final int CANCELLED = 6;

  // Not SLF4J's: its records carry nothing but text.
  private final Logger log = Logger.getLogger(NAME);

  public void write(AuditEntry entry) {
    LogRecord record = new LogRecord(Level.INFO, "command");
    record.setLoggerName(NAME);
    record.setParameters(new Object[] {entry});
    log.log(record);
  }

  /// Writes down what became of a command that is not about a release.
  void ended(Peer peer, String command, List<String> arguments, int exitCode, long nanos) {
    write(
        new AuditEntry(
            peer,
            command,
            arguments,
            result(exitCode),
            exitCode,
            Optional.empty(),
            Duration.ofNanos(nanos)));
  }

  /// The word for an exit code.
  static String result(int exitCode) {
    return switch (exitCode) {
      case 0 -> "ok";
      case BUSY -> "busy";
      case CANCELLED -> "cancelled";
      default -> "error";
    };
  }
}
