package godwit.config;

import java.util.Locale;
import java.util.Optional;

/// Whether and where an article or a page is shown.
public enum Status {
  /// Everywhere: its own address, lists, feeds, the sitemap.
  PUBLISHED,
  /// Only at an address of its own under `drafts/`, for those who know it.
  DRAFT,
  /// At its ordinary address, but in no list, feed or sitemap.
  HIDDEN,
  /// Not at all.
  SKIP;

  /// The word used in headers, such as `draft`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The status that a header's word names, in capitals or not.
  public static Optional<Status> parse(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT);
    for (Status status : values()) {
      if (status.name().equals(upper)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
