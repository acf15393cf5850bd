package godwit.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import godwit.output.OutputPath;
import godwit.site.Address;
import godwit.site.Article;
import godwit.site.LinkResolver.Place;
import godwit.site.ListPage;
import godwit.site.ListScope;
import godwit.site.Output;
import godwit.site.Page;
import godwit.site.Period;
import godwit.site.Taxonomy;
import godwit.site.Term;
import godwit.site.UrlEncoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a template sees when one output is rendered: `site`, `asset`, `path`, `permalink`, `feeds`
/// always, and what belongs to the kind of output.
final class PageModel extends HashModel {
  private final SiteModel site;
  private final Output output;
  private final @Nullable Address address;

  /// @param address where the output is read; null where nobody should be sent to
  PageModel(SiteModel site, Output output, @Nullable Address address) {
    this.site = site;
    this.output = output;
    this.address = address;
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "site" -> site;
      case "asset" -> (TemplateMethodModelEx) this::asset;
      case "path" -> text(output.path().value());
      case "permalink" -> permalink(output.path());
      case "feeds" -> site.feedsOf(output);
      default ->
          switch (output) {
            case Output.EntryOutput entry -> ofEntry(entry, key);
            case Output.ListOutput list -> ofList(list, key);
            case Output.TermsOutput terms -> ofTerms(terms.taxonomy(), key);
            case Output.AliasOutput alias ->
                key.equals("target") ? new EntryModel(site, alias.entry(), Place.ELSEWHERE) : null;
            case Output.SeriesOutput series ->
                key.equals("series") ? new SeriesModel(site, series.series(), null) : null;
            case Output.PageToComeOutput page -> key.equals("target") ? front(page.front()) : null;
            case Output.TemplateOutput ignored -> null;
            case Output.FeedOutput ignored -> null;
            case Output.MarkdownOutput ignored -> null;
            case Output.LlmsOutput ignored -> null;
            case Output.CopiedOutput ignored -> null;
            case Output.FingerprintOutput ignored -> null;
            case Output.SitemapOutput ignored -> null;
            case Output.SitemapIndexOutput ignored -> null;
            case Output.OwnOutput ignored -> null;
          };
    };
  }

  /// The front of the index is read at the site's own URL, whatever its file is called.
  private @Nullable TemplateModel permalink(OutputPath path) {
    String url = site.site().config().site().url();
    return path.value().equals(SiteModel.HOME_FILE) && !url.isEmpty()
        ? text(url + "/")
        : site.permalink(address);
  }

  /// The front of a list, as templates see what an old address leads to.
  private TemplateModel front(Output.ListOutput front) {
    return new HashModel() {
      @Override
      public @Nullable TemplateModel get(String key) {
        return switch (key) {
          case "title" ->
              text(
                  front.scope() instanceof ListScope.OfTerm(Term term)
                      ? term.name()
                      : site.site().config().site().title());
          case "lang" -> text(site.site().config().site().language());
          case "href" -> href(front.scope(), front.page().address());
          case "permalink" -> permalink(front.path());
          default -> null;
        };
      }
    };
  }

  private @Nullable TemplateModel ofEntry(Output.EntryOutput output, String key) {
    return switch (output.entry()) {
      case Article article when key.equals("article") ->
          new EntryModel(site, article, Place.OWN_PAGE);
      case Page page when key.equals("page") -> new EntryModel(site, page, Place.OWN_PAGE);
      case Article ignored -> null;
      case Page ignored -> null;
    };
  }

  private @Nullable TemplateModel ofList(Output.ListOutput list, String key) {
    ListPage page = list.page();
    return switch (key) {
      case "articles" -> site.entries(page.articles());
      case "term" ->
          list.scope() instanceof ListScope.OfTerm(Term term)
              ? new TermModel(site, term, null)
              : null;
      case "period" ->
          list.scope() instanceof ListScope.Archives(Period period, _) && period != null
              ? text(period.iso())
              : null;
      case "period_name" ->
          list.scope() instanceof ListScope.Archives(Period period, _) && period != null
              ? text(site.language().periods().whole(period))
              : null;
      case "periods" ->
          list.scope() instanceof ListScope.Archives archives
              ? new ListModel<>(
                  archives.below(), below -> new PeriodModel(site, below, archives.period()))
              : null;
      case "number" -> number(page.number());
      case "total" -> page.total().isPresent() ? number(page.total().getAsInt()) : null;
      case "front" -> flag(page.isFront());
      case "order" -> text(page.order().label());
      case "previous_href" -> href(list.scope(), page.previous());
      case "next_href" -> href(list.scope(), page.next());
      case "newer_href" -> href(list.scope(), page.newer());
      case "older_href" -> href(list.scope(), page.older());
      default -> null;
    };
  }

  /// A page of a list; the front of the index is where the site's title leads, too.
  private @Nullable TemplateModel href(ListScope scope, @Nullable Address page) {
    if (page == null) {
      return null;
    }
    boolean isHome =
        scope instanceof ListScope.All && page.saveAs().value().equals(SiteModel.HOME_FILE);
    return text(isHome ? site.home() : site.href(page));
  }

  private @Nullable TemplateModel ofTerms(Taxonomy taxonomy, String key) {
    return switch (key) {
      case "terms" -> site.terms(taxonomy);
      case "cloud" -> flag(taxonomy == Taxonomy.TAG && site.site().config().terms().tagCloud());
      case "taxonomy" -> text(taxonomy.plural());
      default -> null;
    };
  }

  private TemplateModel asset(List<?> arguments) throws TemplateModelException {
    if (arguments.size() != 1 || !(arguments.getFirst() instanceof TemplateScalarModel name)) {
      throw new TemplateModelException(
          "asset takes the path of a file below assets/, such as asset(\"css/main.css\")");
    }
    String path = "theme/" + name.getAsString();
    if (!site.site().links().urls().contains(path)) {
      throw new TemplateModelException(
          "there is no assets/" + name.getAsString() + " in the theme");
    }
    OutputPath named = site.site().assets().get(path);
    String file = named == null ? path : named.value();
    return text(UrlEncoding.path(site.site().config().site().basePath() + "/" + file));
  }
}
