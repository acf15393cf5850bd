package godwit.site;

import godwit.config.UrlSettings;
import godwit.diagnostic.SourcePosition;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Lists the archives: of all articles, and of those of each year, month and day.
final class ArchivePlanner {
  private static final int YEAR = "2026".length();
  private static final int MONTH = "2026-03".length();
  private static final int DAY = "2026-03-01".length();

  private final UrlSettings urls;
  private final BiConsumer<Output, SourcePosition> outputs;

  /// @param outputs takes them with the position of what asks for them
  ArchivePlanner(UrlSettings urls, BiConsumer<Output, SourcePosition> outputs) {
    this.urls = urls;
    this.outputs = outputs;
  }

  void plan(List<Article> articles) {
    List<Article> dated = articles.stream().sorted(EntryOrder.NEWEST_FIRST).toList();
    if (!urls.archives().isOff()) {
      Address address = PatternFormatter.single(urls.archives());
      outputs.accept(new Output.ArchivesOutput(null, address, dated), urls.archives().position());
    }
    plan(urls.yearArchive(), YEAR, dated);
    plan(urls.monthArchive(), MONTH, dated);
    plan(urls.dayArchive(), DAY, dated);
  }

  /// @param length of the part of an ISO date that names the period
  private void plan(UrlSettings.Place place, int length, List<Article> dated) {
    if (place.isOff()) {
      return;
    }
    Locale language = Locale.forLanguageTag(urls.language()); // of an empty one, the root
    Map<String, List<Article>> periods = new TreeMap<>();
    for (Article article : dated) {
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
            outputs.accept(new Output.ArchivesOutput(period, address, ofPeriod), place.position());
          }
        });
  }
}
