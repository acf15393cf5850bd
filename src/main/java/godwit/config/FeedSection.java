package godwit.config;

import godwit.config.FeedSettings.Feeds;
import godwit.config.Patterns.Use;
import godwit.config.UrlSettings.Place;
import java.util.List;
import java.util.Optional;

/// Reads `[feeds]`.
final class FeedSection {
  private FeedSection() {}

  static FeedSettings read(ConfigValues values) {
    return new FeedSettings(
        feeds(
            values,
            Use.SINGLE,
            new Keys(ConfigKey.FEEDS_ATOM, ConfigKey.FEEDS_ATOM_SAVE_AS),
            new Keys(ConfigKey.FEEDS_RSS, ConfigKey.FEEDS_RSS_SAVE_AS),
            new Keys(ConfigKey.FEEDS_JSON, ConfigKey.FEEDS_JSON_SAVE_AS)),
        feeds(
            values,
            Use.SINGLE,
            new Keys(ConfigKey.FEEDS_MAIN_ATOM, ConfigKey.FEEDS_MAIN_ATOM_SAVE_AS),
            new Keys(ConfigKey.FEEDS_MAIN_RSS, ConfigKey.FEEDS_MAIN_RSS_SAVE_AS),
            new Keys(ConfigKey.FEEDS_MAIN_JSON, ConfigKey.FEEDS_MAIN_JSON_SAVE_AS)),
        feeds(
            values,
            Use.TERM,
            new Keys(ConfigKey.FEEDS_CATEGORY_ATOM, ConfigKey.FEEDS_CATEGORY_ATOM_SAVE_AS),
            new Keys(ConfigKey.FEEDS_CATEGORY_RSS, ConfigKey.FEEDS_CATEGORY_RSS_SAVE_AS),
            new Keys(ConfigKey.FEEDS_CATEGORY_JSON, ConfigKey.FEEDS_CATEGORY_JSON_SAVE_AS)),
        feeds(
            values,
            Use.TERM,
            new Keys(ConfigKey.FEEDS_TAG_ATOM, ConfigKey.FEEDS_TAG_ATOM_SAVE_AS),
            new Keys(ConfigKey.FEEDS_TAG_RSS, ConfigKey.FEEDS_TAG_RSS_SAVE_AS),
            new Keys(ConfigKey.FEEDS_TAG_JSON, ConfigKey.FEEDS_TAG_JSON_SAVE_AS)),
        feeds(
            values,
            Use.TERM,
            new Keys(ConfigKey.FEEDS_AUTHOR_ATOM, ConfigKey.FEEDS_AUTHOR_ATOM_SAVE_AS),
            new Keys(ConfigKey.FEEDS_AUTHOR_RSS, ConfigKey.FEEDS_AUTHOR_RSS_SAVE_AS),
            new Keys(ConfigKey.FEEDS_AUTHOR_JSON, ConfigKey.FEEDS_AUTHOR_JSON_SAVE_AS)),
        feeds(
            values,
            Use.LANGUAGE,
            new Keys(ConfigKey.FEEDS_TRANSLATION_ATOM, ConfigKey.FEEDS_TRANSLATION_ATOM_SAVE_AS),
            new Keys(ConfigKey.FEEDS_TRANSLATION_RSS, ConfigKey.FEEDS_TRANSLATION_RSS_SAVE_AS),
            new Keys(ConfigKey.FEEDS_TRANSLATION_JSON, ConfigKey.FEEDS_TRANSLATION_JSON_SAVE_AS)),
        values.number(ConfigKey.FEEDS_ITEMS),
        values.isOn(ConfigKey.FEEDS_FULL_TEXT),
        values.isOn(ConfigKey.FEEDS_RSS_FULL_TEXT),
        hubs(values));
  }

  /// A feed's address and its file.
  private record Keys(ConfigKey url, ConfigKey saveAs) {}

  private static Feeds feeds(ConfigValues values, Use use, Keys atom, Keys rss, Keys json) {
    return new Feeds(feed(values, atom, use), feed(values, rss, use), feed(values, json, use));
  }

  private static List<String> hubs(ConfigValues values) {
    return values.list(ConfigKey.FEEDS_HUB, WebAddress::readOther).stream()
        .filter(hub -> !hub.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<Place> feed(ConfigValues values, Keys keys, Use use) {
    if (!values.has(keys.saveAs())) {
      UrlPattern file =
          values.text(
              keys.url(),
              source -> file(source, use, "; or name the file in " + keys.saveAs().simpleName()));
      return file.source().isEmpty() ? Optional.empty() : Optional.of(new Place(file, file));
    }
    UrlPattern saveAs = values.text(keys.saveAs(), source -> file(source, use, ""));
    UrlPattern url =
        values.has(keys.url())
            ? values.text(keys.url(), source -> Patterns.read(source, use))
            : saveAs;
    if (url.source().isEmpty() && !saveAs.source().isEmpty()) {
      String hint = "an empty " + keys.url().simpleName() + " turns the feed off";
      values.bad(
          keys.saveAs().fullName(),
          values.position(keys.saveAs()),
          new BadValueException("is the file of a feed that is off", hint));
    }
    return saveAs.source().isEmpty() ? Optional.empty() : Optional.of(new Place(url, saveAs));
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
