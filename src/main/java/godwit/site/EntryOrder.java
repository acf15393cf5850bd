package godwit.site;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The order of lists, by the name of a field with `reversed-` before it or not. Those that lack
/// the field come last, but without a date as if they were of the latest; what has one value is
/// ordered by slug. (Pelican's `order_content`.)
final class EntryOrder {
  private static final String REVERSED = "reversed-";
  private static final Comparator<Entry> BY_SLUG =
      Comparator.comparing(Entry::slug).thenComparing(entry -> entry.document().source().path());

  private EntryOrder() {}

  static Comparator<Entry> of(String name) {
    boolean reversed = name.startsWith(REVERSED);
    String field = reversed ? name.substring(REVERSED.length()) : name;
    Comparator<Entry> order =
        switch (field) {
          case "date", "modified", "expires" -> byDate(field, reversed);
          default ->
              Comparator.comparing(
                  (Entry entry) -> EntryFields.text(entry, field), lastNulls(reversed));
        };
    return order.thenComparing(BY_SLUG);
  }

  private static Comparator<Entry> byDate(String field, boolean reversed) {
    Comparator<Entry> order =
        Comparator.comparing(entry -> instant(EntryFields.date(entry, field)));
    return reversed ? order.reversed() : order;
  }

  private static Instant instant(@Nullable ZonedDateTime date) {
    return date == null ? Instant.MAX : date.toInstant();
  }

  private static Comparator<@Nullable String> lastNulls(boolean reversed) {
    Comparator<String> order = Comparator.naturalOrder();
    return Comparator.nullsLast(reversed ? order.reversed() : order);
  }
}
