package godwit.publish;

import godwit.config.SiteConfig;
import godwit.output.OutputPath;
import godwit.site.Address;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.UrlEncoding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the files of a site are read: what a cache has to forget when they change.
public final class SiteUrls {
  private static final String INDEX = "index.html";

  private final SiteConfig config;
  private final Optional<Site> site;

  private SiteUrls(SiteConfig config, Optional<Site> site) {
    this.config = config;
    this.site = site;
  }

  /// Those of a site that was built.
  public static SiteUrls of(Site site) {
    return new SiteUrls(site.config(), Optional.of(site));
  }

  /// Those of a site that was not built: as if each file had its own name for an address, but for
  /// `index.html`.
  public static SiteUrls of(SiteConfig config) {
    return new SiteUrls(config, Optional.empty());
  }

  /// The URL of a file; its path on the host if the site's URL is not known.
  public String url(OutputPath path) {
    @Nullable Address address =
        site.flatMap(s -> s.output(path)).map(SiteUrls::address).orElse(null);
    return config.site().url()
        + UrlEncoding.path("/" + (address == null ? withoutIndex(path) : address.url()));
  }

  /// The file that somebody means by a path, a URL or the name of a source.
  ///
  /// @param site in which to look
  public static Optional<OutputPath> find(String name, Site site) {
    String path = path(name, site.config());
    for (Output output : site.outputs()) {
      @Nullable Address address = address(output);
      if (output.path().value().equals(path)
          || output.path().value().equals(path + "/" + INDEX)
          || output.path().value().equals(path + INDEX)
          || (address != null && address.url().equals(path))
          || (output instanceof Output.EntryOutput entry && entry.origin().equals(name))) {
        return Optional.of(output.path());
      }
    }
    return Optional.empty();
  }

  /// The path below the site of a path or URL as somebody gives it.
  static String path(String name, SiteConfig config) {
    String url = config.site().url();
    String path = name.replaceFirst("[?#].*$", "");
    if (!url.isEmpty() && (path.equals(url) || path.startsWith(url + "/"))) {
      path = path.substring(url.length());
    } else if (path.startsWith(config.site().basePath() + "/")) {
      path = path.substring(config.site().basePath().length());
    }
    return UrlEncoding.decode(path.replaceFirst("^/+", ""));
  }

  private static String withoutIndex(OutputPath path) {
    return path.fileName().equals(INDEX)
        ? path.value().substring(0, path.value().length() - INDEX.length())
        : path.value();
  }

  private static @Nullable Address address(Output output) {
    return switch (output) {
      case Output.EntryOutput entry -> entry.entry().address();
      case Output.ListOutput list -> list.page().address();
      case Output.TermsOutput terms -> terms.address();
      case Output.SeriesOutput series -> series.address();
      case Output.TemplateOutput page -> page.address();
      case Output.FeedOutput feed -> feed.address();
      case Output.MarkdownOutput copy -> copy.address();
      case Output.StaticOutput file -> file.address();
      case Output.LlmsOutput _,
          Output.PageToComeOutput _,
          Output.AliasOutput _,
          Output.SourceOutput _,
          Output.AssetOutput _,
          Output.FingerprintOutput _,
          Output.SitemapOutput _,
          Output.SitemapIndexOutput _,
          Output.OwnOutput _ ->
          null;
    };
  }
}
