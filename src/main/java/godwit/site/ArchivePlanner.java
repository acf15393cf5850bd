package godwit.site;

import godwit.config.SiteConfig;
import godwit.config.UrlSettings;
import godwit.config.UrlSettings.Place;
import godwit.site.Period.Unit;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Lists the archives: of all articles, and of those of each year, month and day.
final class ArchivePlanner {
  /// An archive.
  ///
  /// @param place what the settings say of its kind
  record Archive(ListScope.Archives scope, Place place, Address address, List<Article> articles) {}

  /// The archives of one kind, in the order of their articles.
  private record Level(Unit unit, Place place, Map<Period, List<Article>> periods) {}

  private final UrlSettings urls;
  private final List<Article> articles;
  private final Comparator<Period> order;
  private final List<Archive> archives = new ArrayList<>();

  private ArchivePlanner(UrlSettings urls, List<Article> articles, Comparator<Period> order) {
    this.urls = urls;
    this.articles = articles;
    this.order = order;
  }

  static List<Archive> plan(SiteConfig config, List<Article> articles) {
    boolean isOldestFirst = config.content().lists().areArchivesOldestFirst();
    List<Article> dated =
        articles.stream()
            .sorted(isOldestFirst ? EntryOrder.BY_DATE : EntryOrder.NEWEST_FIRST)
            .toList();
    Comparator<Period> order = Comparator.comparing(Period::first);
    return new ArchivePlanner(config.urls(), dated, isOldestFirst ? order : order.reversed())
        .plan();
  }

  private List<Archive> plan() {
    List<PeriodArchive> below = List.of();
    for (Unit unit : List.of(Unit.DAY, Unit.MONTH, Unit.YEAR)) { // each names those below it
      if (!place(unit).isOff()) {
        below = add(new Level(unit, place(unit), periods(unit)), below);
      }
    }
    if (!urls.archives().isOff()) {
      ListScope.Archives all = new ListScope.Archives(null, below);
      Address address = PatternFormatter.single(urls.archives());
      archives.add(new Archive(all, urls.archives(), address, articles));
    }
    return archives.reversed(); // of two that want one file the wider is told to have it
  }

  private Place place(Unit unit) {
    return switch (unit) {
      case YEAR -> urls.yearArchive();
      case MONTH -> urls.monthArchive();
      case DAY -> urls.dayArchive();
    };
  }

  private Map<Period, List<Article>> periods(Unit unit) {
    Map<Period, List<Article>> periods = new TreeMap<>(order);
    for (Article article : articles) {
      ZonedDateTime date = article.frontMatter().date();
      if (date != null) {
        Period period = Period.of(unit, date.toLocalDate());
        periods.computeIfAbsent(period, _ -> new ArrayList<>()).add(article);
      }
    }
    return periods;
  }

  /// @param below the archives of the next shorter kind that there is
  /// @return where those of this kind are
  private List<PeriodArchive> add(Level level, List<PeriodArchive> below) {
    Locale language = Locale.forLanguageTag(urls.language()); // of an empty one, the root
    Map<Period, List<PeriodArchive>> parts = new HashMap<>();
    for (PeriodArchive part : below) {
      Period whole = Period.of(level.unit(), part.period().first());
      parts.computeIfAbsent(whole, _ -> new ArrayList<>()).add(part);
    }
    List<PeriodArchive> added = new ArrayList<>();
    level
        .periods()
        .forEach(
            (period, ofPeriod) -> {
              ZonedDateTime date = ofPeriod.getFirst().frontMatter().date();
              if (date != null) {
                Address address = PatternFormatter.ofPeriod(level.place(), date, language);
                ListScope.Archives scope =
                    new ListScope.Archives(period, parts.getOrDefault(period, List.of()));
                archives.add(new Archive(scope, level.place(), address, ofPeriod));
                added.add(new PeriodArchive(period, address, ofPeriod.size()));
              }
            });
    return added;
  }
}
