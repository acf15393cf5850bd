package godwit.site;

import godwit.config.SiteConfig;
import godwit.output.OutputPath;
import org.jspecify.annotations.Nullable;

/// Where the Markdown of an article or a page can be read.
public final class MarkdownCopy {
  private static final String EXTENSION = ".md";

  private MarkdownCopy() {}

  /// The entry's address with `.md` behind it, or with `index.html.md` where it ends with a slash
  /// (llmstxt.org, "Proposal").
  ///
  /// @return null where there is none: of what lists do not show and of what is no Markdown, and
  ///   everywhere unless the settings ask for copies and say where the site is read
  /// @throws IllegalArgumentException if that cannot be a file; the message says why
  public static @Nullable Address of(Entry entry, SiteConfig config) {
    if (!config.llms().copies()
        || config.site().url().isEmpty()
        || !entry.isListed()
        || entry.document().markdown() == null) {
      return null;
    }
    String url = entry.address().url();
    boolean isFolder = url.isEmpty() || url.endsWith("/");
    return Address.of(new OutputPath(url + (isFolder ? "index.html" : "") + EXTENSION));
  }
}
