package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tomlj.TomlTable;

/// Reads `[content]`.
final class ContentSection {
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
        folders(ConfigKey.CONTENT_ARTICLES, ConfigKey.CONTENT_ARTICLE_EXCLUDES),
        folders(ConfigKey.CONTENT_PAGES, ConfigKey.CONTENT_PAGE_EXCLUDES),
        folders(ConfigKey.CONTENT_STATIC, ConfigKey.CONTENT_STATIC_EXCLUDES),
        values.isOn(ConfigKey.CONTENT_STATIC_SOURCES),
        values.list(ConfigKey.CONTENT_TEXTS, ContentSection::extension),
        values.list(ConfigKey.CONTENT_IGNORE, ContentSection::glob),
        templatePages(),
        new MetadataSection(document, values).read(),
        new SummarySettings(
            summaryWords(),
            values.number(ConfigKey.CONTENT_SUMMARY_PARAGRAPHS),
            values.text(ConfigKey.CONTENT_SUMMARY_END)),
        new ListSettings(
            values.text(ConfigKey.CONTENT_ARTICLE_ORDER, ContentSection::order),
            values.text(ConfigKey.CONTENT_PAGE_ORDER, ContentSection::order),
            values.list(ConfigKey.CONTENT_ARTICLE_TRANSLATION_ID, ContentSection::order),
            values.list(ConfigKey.CONTENT_PAGE_TRANSLATION_ID, ContentSection::order),
            isSecond(ConfigKey.CONTENT_CATEGORY_ORDER, "name", "reversed-name"),
            isSecond(ConfigKey.CONTENT_ARCHIVE_ORDER, "reversed-date", "date")));
  }

  /// Whether the key has the second of the two values that it may have.
  private boolean isSecond(ConfigKey key, String first, String second) {
    return values
        .text(
            key,
            value -> {
              if (!value.equals(first) && !value.equals(second)) {
                throw new BadValueException(
                    "must be \"" + first + "\" or \"" + second + "\"", null);
              }
              return value;
            })
        .equals(second);
  }

  private int summaryWords() {
    int words = values.numberOrNone(ConfigKey.CONTENT_SUMMARY_WORDS);
    return words < 0 ? 0 : words == 0 ? SummarySettings.ALL_WORDS : words;
  }

  private Folders folders(ConfigKey paths, ConfigKey excludes) {
    return new Folders(
        values.list(paths, RelativePath::read), values.list(excludes, RelativePath::readBelow));
  }

  private List<TemplatePage> templatePages() {
    ConfigKey key = ConfigKey.CONTENT_TEMPLATE_PAGES;
    List<TemplatePage> pages = new ArrayList<>();
    Object given = values.given(key);
    if (given instanceof TomlTable table) {
      for (Map.Entry<String, Object> entry : table.entrySet()) {
        String template = entry.getKey();
        String name = key.fullName() + ".\"" + template + "\"";
        Supplier<SourcePosition> place = () -> document.valuePosition(table, template);
        if (!template.endsWith(".ftlh")) {
          values.bad(
              name,
              document.keyPosition(table, template),
              new BadValueException(
                  "'" + template + "' is not the name of a template", "it is like search.ftlh"));
        }
        String file = values.read(name, entry.getValue(), place, RelativePath::readBelow);
        if (file != null) {
          pages.add(new TemplatePage(template, file, document.keyPosition(table, template)));
        }
      }
    } else if (given != null) {
      values.wrongType(key, given, values.position(key));
    }
    pages.sort(Comparator.comparing(TemplatePage::template));
    return pages;
  }

  private static String order(String value) throws BadValueException {
    if (value.isBlank() || value.equals("reversed-")) {
      throw new BadValueException("names no field", "write a field of headers, such as title");
    }
    return value.toLowerCase(Locale.ROOT);
  }

  private static String extension(String value) throws BadValueException {
    if (!ReaderSection.READ_HERE.contains(value)) {
      throw new BadValueException(
          "'" + value + "' is no extension of files that Godwit reads itself",
          "those are "
              + String.join(", ", new TreeSet<>(ReaderSection.READ_HERE))
              + "; a program for others is named in [readers.rst]");
    }
    return value;
  }

  private static String glob(String value) throws BadValueException {
    if (value.isEmpty()) {
      throw new BadValueException("an empty pattern fits nothing", null);
    }
    if (value.indexOf('/') >= 0) {
      throw new BadValueException(
          "'" + value + "' fits no name, as it has a '/'",
          "leave out folders by content.article-excludes, page-excludes and static-excludes");
    }
    try {
      var _ = NamePattern.of(value);
    } catch (IllegalArgumentException e) {
      throw new BadValueException(
          "'" + value + "' is not a pattern of names: " + e.getMessage(),
          "a pattern is like *.tmp or {draft,note}-*");
    }
    return value;
  }
}
