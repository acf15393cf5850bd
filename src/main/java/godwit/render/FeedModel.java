package godwit.render;

import freemarker.template.TemplateModel;
import godwit.site.FeedScope;
import godwit.site.Output;
import godwit.site.Term;
import org.jspecify.annotations.Nullable;

/// A feed as templates see it.
final class FeedModel extends HashModel {
  private final SiteModel site;
  private final Output.FeedOutput feed;

  FeedModel(SiteModel site, Output.FeedOutput feed) {
    this.site = site;
    this.feed = feed;
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "title" -> text(feed.format().label());
      case "href" -> text(site.href(feed.address()));
      case "type" -> text(feed.format().mediaType());
      case "name" -> name();
      default -> null;
    };
  }

  /// What its articles have in common.
  private @Nullable TemplateModel name() {
    return switch (feed.scope()) {
      case FeedScope.All _, FeedScope.Main _ -> null;
      case FeedScope.OfTerm(Term term) -> text(term.name());
      case FeedScope.OfLanguage(String language) -> text(EntryModel.nameOfLanguage(language));
    };
  }
}
