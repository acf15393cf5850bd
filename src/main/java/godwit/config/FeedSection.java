package godwit.config;

import godwit.config.Patterns.Use;
import java.util.Optional;

/// Reads `[feeds]`.
final class FeedSection {
  private FeedSection() {}

  static FeedSettings read(ConfigValues values) {
    return new FeedSettings(
        feed(values, ConfigKey.FEEDS_ATOM, Use.SINGLE),
        feed(values, ConfigKey.FEEDS_RSS, Use.SINGLE),
        feed(values, ConfigKey.FEEDS_CATEGORY_ATOM, Use.TERM),
        feed(values, ConfigKey.FEEDS_TAG_ATOM, Use.TERM),
        feed(values, ConfigKey.FEEDS_AUTHOR_ATOM, Use.TERM),
        values.number(ConfigKey.FEEDS_ITEMS),
        values.isOn(ConfigKey.FEEDS_FULL_TEXT));
  }

  private static Optional<UrlPattern> feed(ConfigValues values, ConfigKey key, Use use) {
    UrlPattern pattern = values.text(key, source -> file(source, use));
    return pattern.source().isEmpty() ? Optional.empty() : Optional.of(pattern);
  }

  private static UrlPattern file(String source, Use use) throws BadValueException {
    if (source.endsWith("/")) {
      throw new BadValueException("must name a file, not a folder", "add a name such as atom.xml");
    }
    return Patterns.read(source, use);
  }
}
