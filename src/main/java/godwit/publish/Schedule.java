package godwit.publish;

import godwit.site.Due;
import godwit.site.Site;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When the site will be another one though nobody touches it: what appears and what expires. It is
/// derived from the content by each build, and holds until the next.
///
/// @param items the next first
public record Schedule(List<Item> items) {
  public Schedule {
    items = List.copyOf(items);
  }

  /// One thing that becomes due.
  ///
  /// @param at when, in the zone that its source gives, or in the site's
  /// @param source such as `content/x.md`
  public record Item(Event event, ZonedDateTime at, String source) {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    /// The time as people are told it: `2026-12-01 09:00 Europe/Paris`.
    public String time() {
      return TIME.format(at);
    }
  }

  /// What can become due.
  public enum Event {
    APPEARS,
    EXPIRES;

    /// As it is told: `appears`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// That of a site, as seen from the instant by which it was built.
  public static Schedule of(Site site) {
    List<Item> items = new ArrayList<>();
    site.due().forEach(due -> items.add(item(Event.APPEARS, due)));
    site.expiring().forEach(due -> items.add(item(Event.EXPIRES, due)));
    items.sort(
        Comparator.comparing((Item item) -> item.at().toInstant())
            .thenComparing(Item::source)
            .thenComparing(Item::event));
    return new Schedule(items);
  }

  private static Item item(Event event, Due due) {
    return new Item(event, due.date(), due.sourceName());
  }

  /// What becomes due first.
  public Optional<Item> next() {
    return items.stream().findFirst();
  }

  /// When the site has to be built again at the latest, if all that is due at an instant is on it:
  /// when the first item after that is due.
  public Optional<Instant> nextAfter(Instant instant) {
    return items.stream()
        .map(item -> item.at().toInstant())
        .filter(at -> at.isAfter(instant))
        .findFirst();
  }
}
