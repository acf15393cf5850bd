package godwit.site;

import godwit.config.Status;
import godwit.content.Document;
import godwit.content.FrontMatter;

/// A document with its place on the site.
public sealed interface Entry permits Article, Page {
  Document document();

  String slug();

  Address address();

  default FrontMatter frontMatter() {
    return document().frontMatter();
  }

  default Status status() {
    return frontMatter().status();
  }

  /// Whether the entry may be named by lists, feeds and the sitemap.
  default boolean isListed() {
    return status() == Status.PUBLISHED;
  }
}
