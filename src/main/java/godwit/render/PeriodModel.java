package godwit.render;

import freemarker.template.TemplateModel;
import godwit.site.Period;
import godwit.site.PeriodArchive;
import org.jspecify.annotations.Nullable;

/// The archive of a period as the archive above it names it.
final class PeriodModel extends HashModel {
  private final SiteModel site;
  private final PeriodArchive archive;
  private final @Nullable Period above;

  /// @param above the period of the archive above; null if that is of all articles
  PeriodModel(SiteModel site, PeriodArchive archive, @Nullable Period above) {
    this.site = site;
    this.archive = archive;
    this.above = above;
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "period" -> text(archive.period().iso());
      case "name" -> text(site.language().periods().within(archive.period(), above));
      case "href" -> text(site.href(archive.address()));
      case "count" -> number(archive.count());
      default -> null;
    };
  }
}
