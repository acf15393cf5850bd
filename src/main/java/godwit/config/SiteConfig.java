package godwit.config;

import godwit.config.LinkSettings.LinkCheck;
import java.nio.file.Path;

/// Everything that `godwit.toml` says, with the defaults filled in.
///
/// @param directory the site directory, the one that holds `godwit.toml`, absolute
public record SiteConfig(
    Path directory,
    SiteSettings site,
    ContentSettings content,
    MarkdownSettings markdown,
    ReaderSettings readers,
    SlugSettings slugs,
    UrlSettings urls,
    PaginationSettings pagination,
    RelatedSettings related,
    TermSettings terms,
    FeedSettings feeds,
    LlmsSettings llms,
    LinkSettings links,
    AssetSettings assets,
    PublishSettings publish,
    DaemonSettings daemon) {

  /// The same, but links that lead nowhere are no more than warnings.
  public SiteConfig allowingBrokenLinks() {
    return links.check() != LinkCheck.ERROR
        ? this
        : new SiteConfig(
            directory,
            site,
            content,
            markdown,
            readers,
            slugs,
            urls,
            pagination,
            related,
            terms,
            feeds,
            llms,
            new LinkSettings(LinkCheck.WARN),
            assets,
            publish,
            daemon);
  }

  /// The directory that holds the articles and pages.
  public Path contentDirectory() {
    return directory.resolve(content.path());
  }

  /// The directory whose templates take precedence over those of the default theme.
  public Path templatesDirectory() {
    return directory.resolve(content.templates());
  }

  /// The directory above the served one.
  public Path targetDirectory() {
    return directory.resolve(publish.target());
  }
}
