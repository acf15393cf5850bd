package godwit.daemon;

import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// A line such as `<4>text`; a stack trace follows on lines of the same priority that begin with
/// blanks, which no other line does. Who speaks is told where it is not Godwit.
final class SystemdFormatter extends Formatter {
  /// journald makes two records of a line above 48 KiB, and the second would begin as its writer
  /// likes.
  private static final int LONGEST_LINE = 12_000;

  private static final int ERROR = 3;
  private static final int WARNING = 4;
  private static final int INFORMATIONAL = 6;
  private static final int DEBUG = 7;

  @Override
  public String format(LogRecord record) {
    String prefix = "<" + priority(record.getLevel()) + ">";
    String message = AuditEntry.in(record).map(AuditEntry::text).orElseGet(() -> text(record));
    StringBuilder lines = new StringBuilder();
    lines.append(prefix).append(LogText.line(message.strip(), LONGEST_LINE)).append('\n');
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      for (String line : StackTrace.lines(thrown)) {
        lines.append(prefix).append("  ").append(LogText.line(line, LONGEST_LINE)).append('\n');
      }
    }
    return lines.toString();
  }

  private String text(LogRecord record) {
    String message = formatMessage(record);
    String name = record.getLoggerName();
    boolean isOwn = name == null || name.isEmpty() || name.startsWith("godwit.");
    return isOwn ? message : name + ": " + message;
  }

  private static int priority(Level level) {
    int value = level.intValue();
    return value >= Level.SEVERE.intValue()
        ? ERROR
        : value >= Level.WARNING.intValue()
            ? WARNING
            : value >= Level.INFO.intValue() ? INFORMATIONAL : DEBUG;
  }
}
