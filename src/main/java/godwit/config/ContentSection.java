package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tomlj.TomlTable;

/// Reads `[content]` and the tables of `[content.metadata]`.
final class ContentSection {
  private static final ConfigKey METADATA = ConfigKey.CONTENT_METADATA;

  private final TomlDocument document;
  private final ConfigValues values;

  ContentSection(TomlDocument document, ConfigValues values) {
    this.document = document;
    this.values = values;
  }

  ContentSettings read() {
    return new ContentSettings(
        values.text(ConfigKey.CONTENT_PATH, RelativePath::readBelow),
        values.text(ConfigKey.CONTENT_TEMPLATES, RelativePath::readBelow),
        values.list(ConfigKey.CONTENT_ARTICLES, RelativePath::read),
        values.list(ConfigKey.CONTENT_PAGES, RelativePath::read),
        values.list(ConfigKey.CONTENT_STATIC, RelativePath::read),
        values.list(ConfigKey.CONTENT_IGNORE, ContentSection::glob),
        values.text(ConfigKey.CONTENT_DEFAULT_CATEGORY, ContentSection::category),
        values.isOn(ConfigKey.CONTENT_FOLDER_AS_CATEGORY),
        values.text(ConfigKey.CONTENT_DEFAULT_STATUS, ContentSection::status),
        values.number(ConfigKey.CONTENT_SUMMARY_WORDS),
        values.text(ConfigKey.CONTENT_FILENAME_METADATA, ContentSection::expression),
        metadata());
  }

  /// Takes named groups as Java and as Python write them.
  private static String expression(String value) throws BadValueException {
    try {
      return Pattern.compile(value.replace("(?P<", "(?<")).pattern();
    } catch (PatternSyntaxException e) {
      throw new BadValueException(
          "not a regular expression: " + e.getDescription(),
          "one is like (?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})-(?<slug>.*)");
    }
  }

  private static String category(String value) throws BadValueException {
    if (value.isBlank()) {
      throw new BadValueException("must not be empty", "an article always has a category");
    }
    return Characters.checkLine(value);
  }

  private static Status status(String value) throws BadValueException {
    return Status.parse(value)
        .orElseThrow(
            () ->
                new BadValueException(
                    "unknown status '" + value + "'", "write published, draft, hidden or skip"));
  }

  private static String glob(String value) throws BadValueException {
    if (value.isEmpty()) {
      throw new BadValueException("an empty pattern fits nothing", null);
    }
    try {
      var _ = FileSystems.getDefault().getPathMatcher("glob:" + value);
    } catch (PatternSyntaxException e) {
      throw new BadValueException(
          "'" + value + "' is not a glob pattern", "a pattern is like *.tmp or drafts/**");
    }
    return value;
  }

  private Map<String, Map<String, String>> metadata() {
    Map<String, Map<String, String>> metadata = new TreeMap<>();
    Object given = values.given(METADATA);
    if (given instanceof TomlTable files) {
      for (String path : files.keySet()) {
        Supplier<SourcePosition> position = () -> document.keyPosition(files, path);
        if (files.get(List.of(path)) instanceof TomlTable table) {
          Map<String, String> ofFile = metadata(path, table);
          String normal = values.read(METADATA.fullName(), path, position, RelativePath::readBelow);
          if (normal != null) {
            metadata.put(normal, ofFile);
          }
        } else {
          String hint = "write [content.metadata.\"extra/favicon.ico\"] and its metadata below";
          values.bad(
              METADATA.fullName(),
              position.get(),
              new BadValueException("'" + path + "' belongs to no file", hint));
        }
      }
    } else if (given != null) {
      values.wrongType(METADATA, given, values.position(METADATA));
    }
    return metadata;
  }

  /// What is said of one file; names count in small letters, as in front matter.
  private Map<String, String> metadata(String path, TomlTable table) {
    Map<String, String> metadata = new TreeMap<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      String value =
          values.read(
              METADATA.fullName() + ".\"" + path + "\"." + entry.getKey(),
              entry.getValue(),
              () -> document.valuePosition(table, entry.getKey()),
              name.equals("path") ? RelativePath::readBelow : text -> text);
      if (value != null) {
        metadata.put(name, value);
      }
    }
    return metadata;
  }
}
