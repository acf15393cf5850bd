package godwit.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import godwit.config.SiteSettings.MenuItem;
import godwit.config.UrlSettings.Place;
import godwit.content.Body;
import godwit.diagnostic.Diagnostics;
import godwit.site.Address;
import godwit.site.Entry;
import godwit.site.LinkResolver;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.Taxonomy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The site as templates see it. It lives as long as one build, and every page shares it.
final class SiteModel extends HashModel {
  /// What answers at the site's own URL.
  static final String HOME_FILE = "index.html";

  private final Site site;
  private final LinkResolver links;
  private final DateModel.Language language;
  private final List<MenuItem> menu;
  private final List<MenuItem> elsewhere;
  private final List<MenuItem> social;
  private final AnnouncedFeeds feeds;

  /// @param diagnostics receives the links of the menu that lead nowhere
  SiteModel(Site site, LinkResolver links, Diagnostics diagnostics) {
    this.site = site;
    this.links = links;
    this.language = DateModel.Language.of(site.config().site().language());
    this.menu = resolved(site.config().site().menu(), links, diagnostics);
    this.elsewhere = resolved(site.config().site().links(), links, diagnostics);
    this.social = resolved(site.config().site().social(), links, diagnostics);
    this.feeds = AnnouncedFeeds.of(site);
  }

  @Override
  public @Nullable TemplateModel get(String key) {
    return switch (key) {
      case "title" -> text(site.config().site().title());
      case "subtitle" -> textOrNone(site.config().site().subtitle());
      case "description" -> textOrNone(site.config().site().description());
      case "author" -> textOrNone(site.config().site().author());
      case "lang" -> text(site.config().site().language());
      case "url" -> textOrNone(site.config().site().url());
      case "base" -> text(site.config().site().basePath());
      case "home" -> text(home());
      case "order" -> text(site.order().label());
      case "menu" -> new ListModel<>(menu, SiteModel::menuItem);
      case "menu_pages" -> flag(site.config().site().menuHasPages());
      case "menu_categories" -> flag(site.config().site().menuHasCategories());
      case "links" -> new ListModel<>(elsewhere, SiteModel::menuItem);
      case "social" -> new ListModel<>(social, SiteModel::menuItem);
      case "feeds" -> feeds(feeds.ofSite());
      case "articles" -> entries(site.articles());
      case "pages" -> entries(site.pages());
      case "categories" -> terms(Taxonomy.CATEGORY);
      case "tags" -> terms(Taxonomy.TAG);
      case "authors" -> terms(Taxonomy.AUTHOR);
      case "series" ->
          new ListModel<>(
              site.companions().series(), series -> new SeriesModel(this, series, null));
      case "archives_href" -> list(site.config().urls().archives());
      case "categories_href" -> list(site.config().urls().categories());
      case "tags_href" -> list(site.config().urls().tags());
      case "authors_href" -> list(site.config().urls().authors());
      default -> null;
    };
  }

  private static List<MenuItem> resolved(
      List<MenuItem> items, LinkResolver links, Diagnostics diagnostics) {
    return items.stream()
        .map(
            item ->
                new MenuItem(
                    item.title(),
                    links.ofSetting(item.url(), item.position(), diagnostics),
                    item.position()))
        .toList();
  }

  Site site() {
    return site;
  }

  DateModel.Language language() {
    return language;
  }

  /// A link to the home page.
  String home() {
    return site.config().site().basePath() + "/";
  }

  String href(Address address) {
    return site.href(address);
  }

  /// The whole URL, or nothing where the site's is not known.
  @Nullable TemplateModel permalink(@Nullable Address address) {
    return address == null || site.config().site().url().isEmpty()
        ? null
        : text(site.permalink(address));
  }

  String fill(Entry entry, Body body, LinkResolver.Place place) {
    return links.fill(entry, body, place);
  }

  /// HTML that is the author's, and so is not escaped.
  @Nullable TemplateModel html(Entry entry, Body body, LinkResolver.Place place) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(fill(entry, body, place));
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  TemplateModel entries(List<? extends Entry> entries) {
    return new ListModel<>(
        entries, entry -> new EntryModel(this, entry, LinkResolver.Place.ELSEWHERE));
  }

  @Nullable TemplateModel entryOrNone(@Nullable Entry entry) {
    return entry == null ? null : new EntryModel(this, entry, LinkResolver.Place.ELSEWHERE);
  }

  TemplateModel terms(Taxonomy taxonomy) {
    return new ListModel<>(site.terms(taxonomy), term -> new TermModel(this, term.term(), term));
  }

  private @Nullable TemplateModel list(Place place) {
    return place.isOff()
        ? null
        : text(site.config().site().basePath() + "/" + place.url().source());
  }

  private static TemplateModel menuItem(MenuItem item) {
    return new HashModel() {
      @Override
      public @Nullable TemplateModel get(String key) {
        return switch (key) {
          case "title" -> text(item.title());
          case "href" -> text(item.url());
          default -> null;
        };
      }
    };
  }

  /// The feeds that a page has besides those of the site.
  TemplateModel feedsOf(Output page) {
    return feeds(feeds.of(page));
  }

  private TemplateModel feeds(List<Output.FeedOutput> some) {
    return new ListModel<>(some, feed -> new FeedModel(this, feed));
  }
}
