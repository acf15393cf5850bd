package godwit.render;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import godwit.site.Address;
import godwit.site.Term;
import godwit.site.TermArticles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A category, tag or author as templates see it; used as text, it is its name.
final class TermModel extends HashModel implements TemplateScalarModel {
  private final SiteModel site;
  private final Term term;
  private final @Nullable TermArticles articles;

  /// @param articles those of the term, or null where the term stands beside one article
  TermModel(SiteModel site, Term term, @Nullable TermArticles articles) {
    this.site = site;
    this.term = term;
    this.articles = articles;
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "name" -> text(term.name());
      case "slug" -> text(term.slug());
      case "kind" -> text(term.taxonomy().singular());
      case "href" -> href();
      case "permalink" -> site.permalink(page());
      case "count" -> articles == null ? null : number(articles.count());
      case "weight" -> articles == null ? null : number(articles.weight());
      case "articles" -> articles == null ? null : site.entries(List.copyOf(articles.articles()));
      default -> null;
    };
  }

  private @Nullable TemplateModel href() {
    Address page = page();
    return page == null ? null : text(site.href(page));
  }

  /// A term that only drafts, hidden articles or translations have is on no list and has no page.
  private @Nullable Address page() {
    return site.site().links().term(term) == null ? null : term.address();
  }

  @Override
  public String getAsString() {
    return term.name();
  }
}
