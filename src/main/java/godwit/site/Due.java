package godwit.site;

import godwit.content.SourceFile;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A document that is left out because its time has not come.
public record Due(SourceFile source, ZonedDateTime date) {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  /// A point in time as people are told it: `2026-12-01 09:00 Europe/Paris`.
  static String format(ZonedDateTime date) {
    return FORMAT.format(date);
  }

  @Override
  public String toString() {
    return source.name() + " is due " + format(date);
  }
}
