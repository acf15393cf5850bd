package godwit.daemon;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// A line such as
/// `{"time":"2026-11-23T07:47:21.854Z","level":"info","logger":"godwit.daemon.Queue",
/// "message":"…"}`, and `error` with the stack trace where there is one. A command's line has its
/// fields in place of the message.
final class JsonFormatter extends Formatter {
  /// Together below the 48 KiB of which journald makes one record.
  private static final int LONGEST_MESSAGE = 4_000;

  private static final int LONGEST_ERROR = 8_000;
  private static final int LONGEST_NAME = 200;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  @Override
  public String format(LogRecord record) {
    StringBuilder line = new StringBuilder("{\"time\":\"");
    line.append(TIME.format(record.getInstant()));
    line.append("\",\"level\":\"").append(level(record.getLevel()));
    String logger = record.getLoggerName();
    line.append("\",\"logger\":")
        .append(LogText.quoted(logger == null ? "" : logger, LONGEST_NAME));
    AuditEntry.in(record)
        .ifPresentOrElse(
            entry -> line.append(",\"message\":\"command\",").append(entry.jsonFields()),
            () ->
                line.append(",\"message\":")
                    .append(LogText.quoted(formatMessage(record), LONGEST_MESSAGE)));
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      String trace = String.join("\n", StackTrace.lines(thrown));
      line.append(",\"error\":").append(LogText.quoted(trace, LONGEST_ERROR));
    }
    return line.append("}\n").toString();
  }

  private static String level(Level level) {
    int value = level.intValue();
    return value >= Level.SEVERE.intValue()
        ? "error"
        : value >= Level.WARNING.intValue()
            ? "warning"
            : value >= Level.INFO.intValue() ? "info" : "debug";
  }
}
