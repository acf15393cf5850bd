package godwit.site;

import godwit.content.Document;
import godwit.content.SourceFile;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/// A document that is left out because its time has not come, or that is to be taken down then.
///
/// @param document as it is on the site meanwhile, if it is there: perhaps a draft
public record Due(Document document, ZonedDateTime date) {
  static final Comparator<Due> NEXT_FIRST =
      Comparator.comparing((Due due) -> due.date().toInstant())
          .thenComparing(due -> due.source().path());

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  public SourceFile source() {
    return document.source();
  }

  /// What diagnostics call the file, such as `content/x.md`.
  public String sourceName() {
    return source().name();
  }

  /// A point in time as people are told it: `2026-12-01 09:00 Europe/Paris`.
  public static String format(ZonedDateTime date) {
    return FORMAT.format(date);
  }

  @Override
  public String toString() {
    return sourceName() + " is due " + format(date);
  }
}
