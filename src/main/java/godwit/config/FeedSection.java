package godwit.config;

import godwit.config.FeedSettings.Feeds;
import godwit.config.Patterns.Use;
import godwit.config.UrlSettings.Place;
import godwit.diagnostic.SourcePosition;
import java.util.List;
import java.util.Optional;

/// Reads `[feeds]`.
final class FeedSection {
  private FeedSection() {}

  static FeedSettings read(ConfigValues values) {
    return new FeedSettings(
        feeds(values, Use.SINGLE, ConfigKey.FEEDS_ATOM, ConfigKey.FEEDS_RSS, ConfigKey.FEEDS_JSON),
        feeds(
            values,
            Use.SINGLE,
            ConfigKey.FEEDS_MAIN_ATOM,
            ConfigKey.FEEDS_MAIN_RSS,
            ConfigKey.FEEDS_MAIN_JSON),
        feeds(
            values,
            Use.TERM,
            ConfigKey.FEEDS_CATEGORY_ATOM,
            ConfigKey.FEEDS_CATEGORY_RSS,
            ConfigKey.FEEDS_CATEGORY_JSON),
        feeds(
            values,
            Use.TERM,
            ConfigKey.FEEDS_TAG_ATOM,
            ConfigKey.FEEDS_TAG_RSS,
            ConfigKey.FEEDS_TAG_JSON),
        feeds(
            values,
            Use.TERM,
            ConfigKey.FEEDS_AUTHOR_ATOM,
            ConfigKey.FEEDS_AUTHOR_RSS,
            ConfigKey.FEEDS_AUTHOR_JSON),
        feeds(
            values,
            Use.LANGUAGE,
            ConfigKey.FEEDS_TRANSLATION_ATOM,
            ConfigKey.FEEDS_TRANSLATION_RSS,
            ConfigKey.FEEDS_TRANSLATION_JSON),
        values.number(ConfigKey.FEEDS_ITEMS),
        values.isOn(ConfigKey.FEEDS_FULL_TEXT),
        values.isOn(ConfigKey.FEEDS_RSS_FULL_TEXT),
        hubs(values));
  }

  private static Feeds feeds(
      ConfigValues values, Use use, ConfigKey atom, ConfigKey rss, ConfigKey json) {
    return new Feeds(feed(values, atom, use), feed(values, rss, use), feed(values, json, use));
  }

  private static List<String> hubs(ConfigValues values) {
    return values.list(ConfigKey.FEEDS_HUB, WebAddress::readOther).stream()
        .filter(hub -> !hub.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<Place> feed(ConfigValues values, ConfigKey key, Use use) {
    ConfigKey fileKey = key.saveAs();
    SourcePosition position = values.positionOfAny(fileKey, key);
    if (!values.has(fileKey)) {
      UrlPattern file =
          values.text(
              key, source -> file(source, use, "; or name the file in " + fileKey.simpleName()));
      return file.source().isEmpty()
          ? Optional.empty()
          : Optional.of(new Place(file, file, position));
    }
    UrlPattern saveAs = values.text(fileKey, source -> file(source, use, ""));
    UrlPattern url =
        values.has(key) ? values.text(key, source -> Patterns.read(source, use)) : saveAs;
    if (url.source().isEmpty() && !saveAs.source().isEmpty()) {
      String hint = "an empty " + key.simpleName() + " turns the feed off";
      values.bad(
          fileKey.fullName(),
          values.position(fileKey),
          new BadValueException("is the file of a feed that is off", hint));
    }
    return saveAs.source().isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(url, saveAs, position));
  }

  private static UrlPattern file(String source, Use use, String otherwise)
      throws BadValueException {
    if (source.endsWith("/")) {
      throw new BadValueException(
          "must name a file, not a folder", "add a name such as atom.xml" + otherwise);
    }
    return Patterns.read(source, use);
  }
}
