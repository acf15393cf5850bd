package godwit.site;

import godwit.content.SourceFile;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/// A document that is left out because its time has not come, or that is to be taken down then.
public record Due(SourceFile source, ZonedDateTime date) {
  static final Comparator<Due> NEXT_FIRST =
      Comparator.comparing((Due due) -> due.date().toInstant())
          .thenComparing(due -> due.source().path());

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  /// What diagnostics call the file, such as `content/x.md`.
  public String sourceName() {
    return source.name();
  }

  /// A point in time as people are told it: `2026-12-01 09:00 Europe/Paris`.
  public static String format(ZonedDateTime date) {
    return FORMAT.format(date);
  }

  @Override
  public String toString() {
    return source.name() + " is due " + format(date);
  }
}
