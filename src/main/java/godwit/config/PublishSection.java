package godwit.config;

import godwit.config.PublishSettings.After;
import godwit.config.PublishSettings.RemovedPages;
import godwit.config.PublishSettings.Strategy;
import java.nio.file.Path;
import java.util.List;

/// Reads `[publish]`, and keeps the target away from the sources: what is below it gets replaced.
final class PublishSection {
  /// What Godwit writes below the target.
  private static final List<String> WRITTEN = List.of("html", "html.old", ".godwit");

  /// The live release, the one before, and one to go back to when both are bad.
  private static final int FEWEST_KEPT = 3;

  private static final int MOST_KEPT = 1000;

  private PublishSection() {}

  /// @param directory the site directory
  /// @param content where the sources are, which the target must not touch
  /// @param after the commands of `[[publish.after]]`
  static PublishSettings read(
      Path directory, ContentSettings content, ConfigValues values, List<After> after) {
    return new PublishSettings(
        values.text(ConfigKey.PUBLISH_TARGET, value -> target(value, directory, content)),
        values.text(ConfigKey.PUBLISH_STRATEGY, PublishSection::strategy),
        values.number(ConfigKey.PUBLISH_KEEP, FEWEST_KEPT, MOST_KEPT),
        values.text(ConfigKey.PUBLISH_CARRY, DurationText::read),
        values.number(ConfigKey.PUBLISH_MAX_REMOVED, 0, 100),
        values.text(ConfigKey.PUBLISH_REMOVED_PAGES, PublishSection::removedPages),
        after);
  }

  private static Strategy strategy(String value) throws BadValueException {
    return switch (value) {
      case "exchange" -> Strategy.EXCHANGE;
      case "symlink" -> Strategy.SYMLINK;
      case "rename" -> Strategy.RENAME;
      default ->
          throw new BadValueException(
              "unknown strategy '" + value + "'", "write exchange, symlink or rename");
    };
  }

  private static RemovedPages removedPages(String value) throws BadValueException {
    return switch (value) {
      case "error" -> RemovedPages.ERROR;
      case "warn" -> RemovedPages.WARN;
      case "off" -> RemovedPages.OFF;
      default ->
          throw new BadValueException("unknown level '" + value + "'", "write error, warn or off");
    };
  }

  private static String target(String value, Path directory, ContentSettings content)
      throws BadValueException {
    Characters.checkLine(value);
    if (value.isBlank()) {
      throw new BadValueException("must not be empty", "the default is \"public\"");
    }
    if (value.startsWith("~")) {
      throw new BadValueException("'~' has no meaning here", "write the whole path");
    }
    Path target = directory.resolve(value).normalize();
    for (String source : List.of(content.path(), content.templates())) {
      Path sourceDirectory = directory.resolve(source).normalize();
      if (target.startsWith(sourceDirectory)) {
        throw new BadValueException(
            "'" + value + "' is in the directory '" + source + "', which holds sources",
            "choose a directory that is only for this, such as public");
      }
      for (String written : WRITTEN) {
        if (sourceDirectory.startsWith(target.resolve(written))) {
          throw new BadValueException(
              "publishing would replace the sources in '" + source + "'",
              "choose a directory that is only for this, such as public");
        }
      }
    }
    return value;
  }
}
