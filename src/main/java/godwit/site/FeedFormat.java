package godwit.site;

/// The formats of feeds.
public enum FeedFormat {
  /// RFC 4287.
  ATOM("Atom", "application/atom+xml"),
  /// RSS 2.0.
  RSS("RSS", "application/rss+xml");

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
