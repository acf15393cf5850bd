package godwit.site;

/// The formats of feeds.
public enum FeedFormat {
  /// RFC 4287.
  ATOM("Atom", "application/atom+xml"),
  /// RSS 2.0.
  RSS("RSS", "application/rss+xml"),
  /// JSON Feed 1.1.
  JSON("JSON Feed", "application/feed+json");

  private final String label;
  private final String mediaType;

  FeedFormat(String label, String mediaType) {
    this.label = label;
    this.mediaType = mediaType;
  }

  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }
}
