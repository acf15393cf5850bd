package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.time.ZoneId;
import java.util.List;

/// What the site says of itself (`[site]`).
///
/// @param title never empty
/// @param subtitle empty where the site has none
/// @param description empty where the site has none
/// @param url where the site will be read, such as `https://example.org/blog`: absolute, without a
///   slash at its end; empty where it is not known, and then feeds and the sitemap are not made
/// @param author who wrote what names no author; empty where nobody is named
/// @param zone the zone of dates that are written without an offset
/// @param language a BCP 47 tag such as `en` or `pt-BR`
/// @param menu links for the theme's navigation, in this order
/// @param menuHasPages whether the navigation has the pages, too
/// @param menuHasCategories whether the navigation has the categories, too
/// @param links to other sites, for the theme
/// @param social links to the author elsewhere, for the theme
public record SiteSettings(
    String title,
    String subtitle,
    String description,
    String url,
    String author,
    ZoneId zone,
    String language,
    List<MenuItem> menu,
    boolean menuHasPages,
    boolean menuHasCategories,
    List<MenuItem> links,
    List<MenuItem> social) {
  public SiteSettings {
    menu = List.copyOf(menu);
    links = List.copyOf(links);
    social = List.copyOf(social);
  }

  /// A link for the theme.
  ///
  /// @param url a link as in content (`{filename}about.md`), or an address
  public record MenuItem(String title, String url, SourcePosition position) {}

  /// The path part of [#url], without a slash at its end: `/blog`, or empty at the root of a host.
  public String basePath() {
    int scheme = url.indexOf("://");
    int slash = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
    return slash < 0 ? "" : url.substring(slash);
  }
}
