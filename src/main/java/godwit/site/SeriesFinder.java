package godwit.site;

import godwit.config.SiteConfig;
import godwit.config.Substitution.TooManySteps;
import godwit.config.UrlPattern;
import godwit.config.UrlSettings.Place;
import godwit.content.MetadataField;
import godwit.diagnostic.Diagnostics;
import godwit.output.OutputPath;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts the articles together whose headers name one series. Their order is that of Pelican's
/// plugin `series`: those with a `series_index` by that, then the others by date.
final class SeriesFinder {
  private static final Comparator<Part> IN_ORDER =
      Comparator.comparing(Part::index, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Part::date, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(part -> part.article().document().source().path());

  private record Part(Article article, String name, @Nullable Integer index) {
    @Nullable ZonedDateTime date() {
      return article.frontMatter().date();
    }
  }

  private final SiteConfig config;
  private final Slugger slugger;
  private final Diagnostics diagnostics;

  SeriesFinder(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.slugger = new Slugger(config.slugs());
    this.diagnostics = diagnostics;
  }

  /// @param listed articles, in all languages
  List<Series> find(List<Article> listed) {
    Map<String, List<Part>> bySlugAndLanguage = new TreeMap<>();
    for (Article article : listed) {
      String name = article.frontMatter().metadata().text("series");
      if (name == null || name.isBlank()) {
        checkNoIndex(article);
        continue;
      }
      String slug = slug(name.strip(), article);
      if (slug != null) {
        bySlugAndLanguage
            .computeIfAbsent(slug + "\n" + article.frontMatter().language(), _ -> new ArrayList<>())
            .add(new Part(article, name.strip().replace('\n', ' '), index(article)));
      }
    }
    List<Series> found = new ArrayList<>();
    bySlugAndLanguage.forEach(
        (key, parts) -> {
          parts.sort(IN_ORDER);
          found.add(series(key.substring(0, key.indexOf('\n')), parts));
        });
    found.sort(
        Comparator.comparing(Series::name)
            .thenComparing(Series::language)
            .thenComparing(Series::slug));
    return found;
  }

  private Series series(String slug, List<Part> parts) {
    Part first = parts.getFirst();
    String language = first.article().frontMatter().language();
    return new Series(
        first.name(),
        slug,
        language,
        parts.stream().map(Part::article).toList(),
        address(slug, first.name(), first.article()));
  }

  private @Nullable String slug(String name, Article article) {
    try {
      String slug = slugger.ofSeries(name);
      if (slug.isEmpty()) {
        diagnostics.error(
            article.document().positionOf("series"),
            "slug",
            "no address can be made of the series '" + name + "'",
            "name it with at least one letter or digit");
        return null;
      }
      return slug;
    } catch (TooManySteps e) {
      diagnostics.error(
          article.document().positionOf("series"),
          "slug",
          e.message(),
          "simplify slugs.substitutions");
      return null;
    }
  }

  private @Nullable Integer index(Article article) {
    MetadataField field = article.frontMatter().metadata().field("series_index");
    if (field == null || field.text().isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(field.text().strip());
    } catch (NumberFormatException e) {
      boolean isWhole = field.text().strip().matches("[+-]?\\p{Nd}+");
      diagnostics.error(
          field.position(),
          "series-index",
          "'" + field.text() + (isWhole ? "' is too far from zero" : "' is no whole number"),
          isWhole
              ? "write a number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : "write which part it is, such as 2; parts without a number come last, by date");
      return null;
    }
  }

  /// A number alone is of no use, and mostly a slip in the name of the other field.
  private void checkNoIndex(Article article) {
    MetadataField field = article.frontMatter().metadata().field("series_index");
    if (field != null && !field.text().isBlank()) {
      diagnostics.warning(
          field.position(),
          "series-index",
          "there is a series_index, but no series",
          "write the name of the series as well, or take the number out");
    }
  }

  /// A pattern without `{lang}` would give the series of all languages one address.
  private @Nullable Address address(String slug, String name, Article first) {
    Place place = config.urls().series();
    String language = first.frontMatter().language();
    boolean isForAll = place.saveAs().hasField("lang");
    if (place.isOff() || (!isForAll && !language.equals(config.site().language()))) {
      return null;
    }
    try {
      return new Address(
          fill(place.url(), slug, name, language),
          OutputPath.ofFile(fill(place.saveAs(), slug, name, language)));
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          first.document().positionOf("series"),
          "output-path",
          "the series cannot be a file: " + e.getMessage(),
          "choose a shorter name");
      return null;
    }
  }

  private static String fill(UrlPattern pattern, String slug, String name, String language) {
    StringBuilder filled = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      filled.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field ->
                switch (field.name()) {
                  case "lang" -> language;
                  case "name" -> name;
                  default -> slug;
                };
          });
    }
    return filled.toString();
  }
}
