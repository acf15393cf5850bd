package godwit.site;

import godwit.config.SiteConfig;
import godwit.config.UrlSettings;
import godwit.config.UrlSettings.Place;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Lists the archives: of all articles, and of those of each year, month and day.
final class ArchivePlanner {
  private static final int YEAR = "2026".length();
  private static final int MONTH = "2026-03".length();
  private static final int DAY = "2026-03-01".length();

  /// An archive.
  ///
  /// @param place what the settings say of its kind
  record Archive(ListScope.Archives scope, Place place, Address address, List<Article> articles) {}

  private final UrlSettings urls;
  private final List<Article> articles;
  private final List<Archive> archives = new ArrayList<>();

  private ArchivePlanner(UrlSettings urls, List<Article> articles) {
    this.urls = urls;
    this.articles = articles;
  }

  static List<Archive> plan(SiteConfig config, List<Article> articles) {
    boolean isOldestFirst = config.content().lists().areArchivesOldestFirst();
    List<Article> dated =
        articles.stream()
            .sorted(isOldestFirst ? EntryOrder.BY_DATE : EntryOrder.NEWEST_FIRST)
            .toList();
    return new ArchivePlanner(config.urls(), dated).plan();
  }

  private List<Archive> plan() {
    if (!urls.archives().isOff()) {
      Address address = PatternFormatter.single(urls.archives());
      archives.add(new Archive(new ListScope.Archives(null), urls.archives(), address, articles));
    }
    plan(urls.yearArchive(), YEAR);
    plan(urls.monthArchive(), MONTH);
    plan(urls.dayArchive(), DAY);
    return archives;
  }

  /// @param length of the part of an ISO date that names the period
  private void plan(Place place, int length) {
    if (place.isOff()) {
      return;
    }
    Locale language = Locale.forLanguageTag(urls.language()); // of an empty one, the root
    Map<String, List<Article>> periods = new TreeMap<>();
    for (Article article : articles) {
      ZonedDateTime date = article.frontMatter().date();
      if (date != null) {
        String day = date.toLocalDate().toString();
        String period = day.substring(0, day.length() - DAY + length);
        periods.computeIfAbsent(period, _ -> new ArrayList<>()).add(article);
      }
    }
    periods.forEach(
        (period, ofPeriod) -> {
          ZonedDateTime date = ofPeriod.getFirst().frontMatter().date();
          if (date != null) {
            Address address = PatternFormatter.ofPeriod(place, date, language);
            archives.add(new Archive(new ListScope.Archives(period), place, address, ofPeriod));
          }
        });
  }
}
