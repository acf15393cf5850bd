package godwit.config;

import godwit.config.FeedSettings.Feeds;
import godwit.config.Patterns.Use;
import java.util.Optional;

/// Reads `[feeds]`.
final class FeedSection {
  private FeedSection() {}

  static FeedSettings read(ConfigValues values) {
    return new FeedSettings(
        feeds(values, ConfigKey.FEEDS_ATOM, ConfigKey.FEEDS_RSS, Use.SINGLE),
        feeds(values, ConfigKey.FEEDS_MAIN_ATOM, ConfigKey.FEEDS_MAIN_RSS, Use.SINGLE),
        feeds(values, ConfigKey.FEEDS_CATEGORY_ATOM, ConfigKey.FEEDS_CATEGORY_RSS, Use.TERM),
        feeds(values, ConfigKey.FEEDS_TAG_ATOM, ConfigKey.FEEDS_TAG_RSS, Use.TERM),
        feeds(values, ConfigKey.FEEDS_AUTHOR_ATOM, ConfigKey.FEEDS_AUTHOR_RSS, Use.TERM),
        feeds(
            values,
            ConfigKey.FEEDS_TRANSLATION_ATOM,
            ConfigKey.FEEDS_TRANSLATION_RSS,
            Use.LANGUAGE),
        values.number(ConfigKey.FEEDS_ITEMS),
        values.isOn(ConfigKey.FEEDS_FULL_TEXT),
        values.isOn(ConfigKey.FEEDS_RSS_FULL_TEXT));
  }

  private static Feeds feeds(ConfigValues values, ConfigKey atom, ConfigKey rss, Use use) {
    return new Feeds(feed(values, atom, use), feed(values, rss, use));
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
