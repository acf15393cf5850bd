package godwit.config;

import java.nio.file.Path;
import java.util.List;

/// Reads `[publish]`, and keeps the target away from the sources: what is below it gets replaced.
final class PublishSection {
  /// What Godwit writes below the target.
  private static final List<String> WRITTEN = List.of("html", "html.old", ".godwit");

  private PublishSection() {}

  /// @param directory the site directory
  /// @param content where the sources are, which the target must not touch
  static PublishSettings read(Path directory, ContentSettings content, ConfigValues values) {
    return new PublishSettings(
        values.text(ConfigKey.PUBLISH_TARGET, value -> target(value, directory, content)));
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
