package godwit.config;

import godwit.config.FeedSettings.Feeds;
import godwit.config.Patterns.Use;
import java.util.List;
import java.util.Optional;

/// Reads `[feeds]`.
final class FeedSection {
  private FeedSection() {}

  static FeedSettings read(ConfigValues values) {
    return new FeedSettings(
        new Feeds(
            feed(values, ConfigKey.FEEDS_ATOM, Use.SINGLE),
            feed(values, ConfigKey.FEEDS_RSS, Use.SINGLE),
            feed(values, ConfigKey.FEEDS_JSON, Use.SINGLE)),
        new Feeds(
            feed(values, ConfigKey.FEEDS_MAIN_ATOM, Use.SINGLE),
            feed(values, ConfigKey.FEEDS_MAIN_RSS, Use.SINGLE),
            feed(values, ConfigKey.FEEDS_MAIN_JSON, Use.SINGLE)),
        new Feeds(
            feed(values, ConfigKey.FEEDS_CATEGORY_ATOM, Use.TERM),
            feed(values, ConfigKey.FEEDS_CATEGORY_RSS, Use.TERM),
            feed(values, ConfigKey.FEEDS_CATEGORY_JSON, Use.TERM)),
        new Feeds(
            feed(values, ConfigKey.FEEDS_TAG_ATOM, Use.TERM),
            feed(values, ConfigKey.FEEDS_TAG_RSS, Use.TERM),
            feed(values, ConfigKey.FEEDS_TAG_JSON, Use.TERM)),
        new Feeds(
            feed(values, ConfigKey.FEEDS_AUTHOR_ATOM, Use.TERM),
            feed(values, ConfigKey.FEEDS_AUTHOR_RSS, Use.TERM),
            feed(values, ConfigKey.FEEDS_AUTHOR_JSON, Use.TERM)),
        new Feeds(
            feed(values, ConfigKey.FEEDS_TRANSLATION_ATOM, Use.LANGUAGE),
            feed(values, ConfigKey.FEEDS_TRANSLATION_RSS, Use.LANGUAGE),
            feed(values, ConfigKey.FEEDS_TRANSLATION_JSON, Use.LANGUAGE)),
        values.number(ConfigKey.FEEDS_ITEMS),
        values.isOn(ConfigKey.FEEDS_FULL_TEXT),
        values.isOn(ConfigKey.FEEDS_RSS_FULL_TEXT),
        hubs(values));
  }

  private static List<String> hubs(ConfigValues values) {
    return values.list(ConfigKey.FEEDS_HUB, WebAddress::readOther).stream()
        .filter(hub -> !hub.isEmpty())
        .distinct()
        .toList();
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
