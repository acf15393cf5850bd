package godwit.daemon;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The log of who asked for what, and what came of it: a line for each command.
public final class Audit {
  /// The name by which programs find the lines.
  static final String NAME = "godwit.audit";

  // Not SLF4J's: its records carry nothing but text.
  private final Logger log = Logger.getLogger(NAME);

  public void write(AuditEntry entry) {
    LogRecord record = new LogRecord(Level.INFO, "command");
    record.setLoggerName(NAME);
    record.setParameters(new Object[] {entry});
    log.log(record);
  }
}
