package godwit.render;

import freemarker.template.TemplateModel;
import godwit.site.Series;
import godwit.site.SeriesPart;
import org.jspecify.annotations.Nullable;

/// A series as templates see it, by itself or from one of its parts.
final class SeriesModel extends HashModel {
  private final SiteModel site;
  private final Series series;
  private final @Nullable SeriesPart part;

  /// @param part from which it is seen, or null
  SeriesModel(SiteModel site, Series series, @Nullable SeriesPart part) {
    this.site = site;
    this.series = series;
    this.part = part;
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "name" -> text(series.name());
      case "slug" -> text(series.slug());
      case "lang" -> text(series.language());
      case "href" -> series.address() == null ? null : text(site.href(series.address()));
      case "permalink" -> site.permalink(series.address());
      case "parts" -> site.entries(series.parts());
      case "number" -> part == null ? null : number(part.number());
      case "previous" -> part == null ? null : site.entryOrNone(part.previous());
      case "next" -> part == null ? null : site.entryOrNone(part.next());
      default -> null;
    };
  }
}
