package godwit.site;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order of lists by a field. Where one of a list lacks the field the list stays as it is, and
/// so does what has one value. (Pelican's `order_content`.)
///
/// @param field its name
/// @param isReversed whether what has the greatest value comes first
record EntryOrder(String field, boolean isReversed) {
  /// What has one date is ordered by slug.
  static final Comparator<Entry> OLDEST_FIRST =
      byDate("date").thenComparing(Entry::slug).thenComparing(EntryOrder::path);

  /// What has one date stays as it is.
  static final Comparator<Entry> BY_DATE = byDate("date");

  /// The same.
  static final Comparator<Entry> NEWEST_FIRST = BY_DATE.reversed();

  private static final String REVERSED = "reversed-";

  /// The newest of the articles, the newest first, in whatever order they are.
  ///
  /// @param most how many at most; 0 for all
  static List<Article> newest(List<Article> articles, int most) {
    List<Article> sorted = articles.stream().sorted(NEWEST_FIRST).toList();
    return most == 0 || sorted.size() <= most ? sorted : sorted.subList(0, most);
  }

  /// @param name of the field, with `reversed-` before it or not
  static EntryOrder of(String name) {
    boolean isReversed = name.startsWith(REVERSED);
    return new EntryOrder(isReversed ? name.substring(REVERSED.length()) : name, isReversed);
  }

  /// Whether an entry has no such field. A draft of an article is never without a date: it is as if
  /// it were of the latest.
  boolean isLackedBy(Entry entry) {
    return switch (field) {
      case "date" -> entry.frontMatter().date() == null && !(entry instanceof Article);
      case "modified", "expires" -> EntryFields.date(entry, field) == null;
      default -> EntryFields.text(entry, field) == null;
    };
  }

  /// The entries in this order.
  <E extends Entry> List<E> sort(List<E> entries) {
    if (entries.stream().anyMatch(this::isLackedBy)) {
      return entries;
    }
    Comparator<Entry> order =
        switch (field) {
          case "date", "modified", "expires" -> byDate(field);
          default -> Comparator.comparing(entry -> String.valueOf(EntryFields.text(entry, field)));
        };
    return entries.stream().sorted(isReversed ? order.reversed() : order).toList();
  }

  private static Comparator<Entry> byDate(String field) {
    return Comparator.comparing(entry -> instant(EntryFields.date(entry, field)));
  }

  private static Instant instant(@Nullable ZonedDateTime date) {
    return date == null ? Instant.MAX : date.toInstant();
  }

  private static String path(Entry entry) {
    return entry.document().source().path();
  }
}
