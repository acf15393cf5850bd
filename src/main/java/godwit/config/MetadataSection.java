package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tomlj.TomlTable;

/// Reads what `[content]` says of metadata, and the tables of `[content.metadata]` and
/// `[content.default-metadata]`.
final class MetadataSection {
  private static final ConfigKey BY_PATH = ConfigKey.CONTENT_METADATA;
  private static final ConfigKey DEFAULTS = ConfigKey.CONTENT_DEFAULT_METADATA;

  private final TomlDocument document;
  private final ConfigValues values;

  MetadataSection(TomlDocument document, ConfigValues values) {
    this.document = document;
    this.values = values;
  }

  MetadataSettings read() {
    return new MetadataSettings(
        values.text(ConfigKey.CONTENT_DEFAULT_CATEGORY, MetadataSection::category),
        values.isOn(ConfigKey.CONTENT_FOLDER_AS_CATEGORY),
        defaults(),
        values.text(ConfigKey.CONTENT_DEFAULT_DATE, MetadataSection::date),
        values.text(ConfigKey.CONTENT_FUTURE, MetadataSection::future),
        values.text(ConfigKey.CONTENT_FILENAME_METADATA, MetadataSection::expression),
        values.text(ConfigKey.CONTENT_PATH_METADATA, MetadataSection::expression),
        byPath(),
        values.list(ConfigKey.CONTENT_FORMATTED_FIELDS, MetadataSection::name),
        values.isOn(ConfigKey.CONTENT_HEADING_FIRST));
  }

  /// Takes named groups as Java and as Python write them.
  private static String expression(String value) throws BadValueException {
    try {
      return Pattern.compile(GroupNames.toJava(value)).pattern();
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

  private static DefaultDate date(String value) throws BadValueException {
    if (value.isEmpty()) {
      return new DefaultDate.None();
    }
    if (value.equals("file")) {
      return new DefaultDate.OfFile();
    }
    try {
      return new DefaultDate.At(
          value.length() > "2026-01-01".length()
              ? LocalDateTime.parse(value.replace(' ', 'T'))
              : LocalDate.parse(value).atStartOfDay());
    } catch (DateTimeParseException e) {
      throw new BadValueException(
          "'" + value + "' is not a date", "write file, 2026-03-01 or 2026-03-01 09:30");
    }
  }

  private static Future future(String value) throws BadValueException {
    return switch (value) {
      case "hold" -> Future.HOLD;
      case "publish" -> Future.PUBLISH;
      case "draft" -> Future.DRAFT;
      default ->
          throw new BadValueException(
              "unknown word '" + value + "'", "write hold, publish or draft");
    };
  }

  private static String status(String value) throws BadValueException {
    return Status.parse(value)
        .map(Status::label)
        .orElseThrow(
            () ->
                new BadValueException(
                    "unknown status '" + value + "'", "write published, draft, hidden or skip"));
  }

  private static String name(String value) throws BadValueException {
    if (value.isBlank()) {
      throw new BadValueException("must not be empty", "name a field of headers, such as summary");
    }
    return value.strip().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> defaults() {
    Object given = values.given(DEFAULTS);
    if (given instanceof TomlTable table) {
      if (table.contains(List.of("category"))) {
        values.bad(
            DEFAULTS.fullName(),
            document.keyPosition(table, "category"),
            new BadValueException(
                "the category has a key of its own", "write content.default-category"));
      }
      return fields(DEFAULTS.fullName(), table);
    }
    if (given != null) {
      values.wrongType(DEFAULTS, given, values.position(DEFAULTS));
    }
    return Map.of();
  }

  private Map<String, Map<String, String>> byPath() {
    Map<String, Map<String, String>> metadata = new TreeMap<>();
    Object given = values.given(BY_PATH);
    if (given instanceof TomlTable files) {
      for (String path : files.keySet()) {
        Supplier<SourcePosition> position = () -> document.keyPosition(files, path);
        if (files.get(List.of(path)) instanceof TomlTable table) {
          Map<String, String> ofFile = fields(BY_PATH.fullName() + ".\"" + path + "\"", table);
          String normal = values.read(BY_PATH.fullName(), path, position, RelativePath::readBelow);
          if (normal != null) {
            metadata.put(normal, ofFile);
          }
        } else {
          String hint = "write [content.metadata.\"extra/favicon.ico\"] and its metadata below";
          values.bad(
              BY_PATH.fullName(),
              position.get(),
              new BadValueException("'" + path + "' belongs to no file", hint));
        }
      }
    } else if (given != null) {
      values.wrongType(BY_PATH, given, values.position(BY_PATH));
    }
    return metadata;
  }

  /// Names count in small letters, as in front matter.
  private Map<String, String> fields(String tableName, TomlTable table) {
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT);
      String value =
          values.read(
              tableName + "." + entry.getKey(),
              entry.getValue(),
              () -> document.valuePosition(table, entry.getKey()),
              text -> field(name, text));
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static String field(String name, String value) throws BadValueException {
    return switch (name) {
      case "path" -> RelativePath.readBelow(value);
      case "status" -> status(value);
      default -> value;
    };
  }
}
