package godwit.site;

import godwit.config.SiteConfig;
import godwit.output.OutputPath;
import org.jspecify.annotations.Nullable;

/// Where the Markdown of an article or a page can be read.
public final class MarkdownCopy {
  private static final String EXTENSION = ".md";

  private MarkdownCopy() {}

  /// The address of an entry's copy; null where there is none.
  public static @Nullable Address of(Entry entry, Site site) {
    String url = url(entry, site.config());
    return url != null && site.links().urls().contains(url)
        ? Address.of(new OutputPath(url))
        : null;
  }

  /// Where an entry's copy is to be.
  ///
  /// @return null where there is to be none
  /// @throws IllegalArgumentException if that cannot be a file; the message says why
  static @Nullable Address plan(Entry entry, SiteConfig config) {
    String url = url(entry, config);
    return url == null ? null : Address.of(new OutputPath(url));
  }

  /// The entry's address with `.md` behind it, or with `index.html.md` where it ends with a slash
  /// (llmstxt.org, "Proposal").
  ///
  /// @return null of what lists do not show and of what is no Markdown, and for everything unless
  ///   the settings ask for copies and say where the site is read
  private static @Nullable String url(Entry entry, SiteConfig config) {
    if (!config.llms().copies()
        || config.site().url().isEmpty()
        || !entry.isListed()
        || entry.document().markdown() == null) {
      return null;
    }
    String url = entry.address().url();
    boolean isFolder = url.isEmpty() || url.endsWith("/");
    return url + (isFolder ? "index.html" : "") + EXTENSION;
  }
}
