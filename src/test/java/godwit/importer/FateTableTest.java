package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the table of settings to Pelican and to what the import does.
class FateTableTest {
  /// Those that become comments, are told of one by one, or turn off what is off in Godwit anyway.
  private static final Set<String> WITHOUT_A_KEY_OF_THEIR_OWN =
      Set.of(
          "PLUGINS",
          "READERS",
          "DOCUTILS_SETTINGS",
          "RSS_FEED_SUMMARY_ONLY",
          "FEED_DOMAIN",
          "OUTPUT_PATH",
          "DISPLAY_PAGES_ON_MENU",
          "DISPLAY_CATEGORIES_ON_MENU");

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("SITENAME", "'Other'"),
          Map.entry("SITEURL", "'https://other.example'"),
          Map.entry("TIMEZONE", "'Europe/Paris'"),
          Map.entry("DEFAULT_LANG", "'fr'"),
          Map.entry("MENUITEMS", "(('A', '/b'),)"),
          Map.entry("LINKS", "(('A', '/b'),)"),
          Map.entry("SOCIAL", "(('A', '/b'),)"),
          Map.entry("DISPLAY_PAGES_ON_MENU", "False"),
          Map.entry("DISPLAY_CATEGORIES_ON_MENU", "False"),
          Map.entry("STATIC_EXCLUDE_SOURCES", "False"),
          Map.entry("REVERSE_CATEGORY_ORDER", "True"),
          Map.entry("NEWEST_FIRST_ARCHIVES", "False"),
          Map.entry("USE_FOLDER_AS_CATEGORY", "False"),
          Map.entry("WITH_FUTURE_DATES", "False"),
          Map.entry("DEFAULT_METADATA", "{'status': 'draft'}"),
          Map.entry("DEFAULT_DATE", "'fs'"),
          Map.entry("SUMMARY_MAX_LENGTH", "7"),
          Map.entry("SUMMARY_MAX_PARAGRAPHS", "2"),
          Map.entry("FILENAME_METADATA", "r'(?P<slug>.*)'"),
          Map.entry("PATH_METADATA", "r'(?P<category>[^/]*)/.*'"),
          Map.entry("EXTRA_PATH_METADATA", "{'a.txt': {'path': 'b.txt'}}"),
          Map.entry("TEMPLATE_PAGES", "{'a.html': 'b.html'}"),
          Map.entry("DIRECT_TEMPLATES", "['index', 'more']"),
          Map.entry("SLUGIFY_SOURCE", "'basename'"),
          Map.entry("SLUGIFY_USE_UNICODE", "True"),
          Map.entry("SLUGIFY_PRESERVE_CASE", "True"),
          Map.entry("TYPOGRIFY", "True"),
          Map.entry("MARKDOWN", "{'extension_configs': {'markdown.extensions.smarty': {}}}"),
          Map.entry("DEFAULT_PAGINATION", "7"),
          Map.entry("DEFAULT_ORPHANS", "2"),
          Map.entry("PAGINATED_TEMPLATES", "{'index': 3}"),
          Map.entry(
              "PAGINATION_PATTERNS",
              "((1, '{url}', '{save_as}'), (2, 'p{number}', 'p{number}.html'))"),
          Map.entry("RELATED_POSTS_MAX", "3"),
          Map.entry("SIMILAR_POSTS_MAX_COUNT", "3"),
          Map.entry("LOCALE", "'fr_FR'"),
          Map.entry("STATIC_URL", "'other/{path}'"),
          Map.entry("STATIC_SAVE_AS", "'other/{path}'"),
          Map.entry("OUTPUT_SOURCES", "True"),
          Map.entry("OUTPUT_SOURCES_EXTENSION", "'.txt'\nOUTPUT_SOURCES = True"),
          Map.entry("TAG_CLOUD_STEPS", "6"),
          Map.entry("FEED_MAX_ITEMS", "12"));

  @TempDir Path temporary;

  @Test
  void everySettingOfPelicanIsInTheTable() throws IOException {
    List<String> names =
        Files.readAllLines(Path.of("src/test/resources/importer/pelican-settings-names.txt"));
    assertThat(names).hasSizeGreaterThan(160);
    assertThat(FateTable.settings().all()).containsKeys(names.toArray(String[]::new));
  }

  @Test
  void everySettingThatTheManualNamesIsInTheTable() {
    Set<String> names = new TreeSet<>();
    ConfigKeys.all().forEach(key -> names.add(key.pelicanName()));
    names.remove("");
    assertThat(FateTable.settings().all()).containsKeys(names.toArray(String[]::new));
  }

  @Test
  void whatBecomesAKeyDoesSo() throws IOException {
    String before = Blog.toml(Blog.read(temporary, ""));
    Map<String, String> wrong = new TreeMap<>();
    int checked = 0;
    for (Map.Entry<String, Fate> row : FateTable.settings().all().entrySet()) {
      String name = row.getKey();
      if (row.getValue().kind() != Fate.Kind.KEY || WITHOUT_A_KEY_OF_THEIR_OWN.contains(name)) {
        continue;
      }
      checked++;
      String toml = Blog.toml(Blog.read(temporary, name + " = " + value(name)));
      String key = row.getValue().words().replaceFirst(",.*", "");
      String simple = key.substring(key.indexOf('.') + 1);
      if (toml.equals(before) || !hasKey(toml, key, simple)) {
        wrong.put(name, toml);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThanOrEqualTo(100);
  }

  private static boolean hasKey(String toml, String key, String simple) {
    return toml.contains("\n" + simple + " = ")
        || toml.contains("[" + key + "]")
        || toml.contains("[" + key + ".")
        // A file from which the address follows is written as the address.
        || (simple.endsWith("-save-as")
            && toml.contains("\n" + simple.replace("-save-as", "") + " = "));
  }

  private static String value(String name) {
    Optional<String> given = Optional.ofNullable(VALUES.get(name));
    if (given.isPresent()) {
      return given.get();
    }
    String field =
        name.contains("TRANSLATION")
            ? "{lang}"
            : name.contains("ARCHIVE_") ? "{date:%Y}" : "{slug}";
    if (name.contains("FEED_") && name.endsWith("_URL")) {
      String part = name.matches("FEED_.*") ? "" : field;
      String file = name.substring(0, name.length() - "_URL".length());
      return "'other/a" + part + "'\n" + file + " = 'other/a" + part + ".xml'";
    }
    if (name.matches("(INDEX|ARCHIVES|TAGS|CATEGORIES|AUTHORS|FEED(_ALL)?)_.*")) {
      return "'other/x.html'";
    }
    if (name.endsWith("_URL") || name.endsWith("_SAVE_AS")) {
      boolean isArchive = name.endsWith("ARCHIVE_URL");
      return "'other/"
          + field
          + ".html'"
          + (isArchive ? "\n" + name.replace("_URL", "_SAVE_AS") + " = 'x/{date:%Y}.html'" : "");
    }
    if (name.contains("FEED_")) {
      return "'other/" + field + ".xml'";
    }
    if (name.endsWith("_SUBSTITUTIONS")) {
      return "[('a', 'b')]";
    }
    boolean isList = name.endsWith("S") && name.matches(".*(PATHS|EXCLUDES|FILES|FIELDS)");
    return isList ? "['other']" : "'other'";
  }

  @Test
  void whatHasNoCounterpartIsToldUnlessItIsPelicansDefault() throws IOException {
    int checked = 0;
    for (Map.Entry<String, Fate> row : FateTable.settings().all().entrySet()) {
      String name = row.getKey();
      Fate fate = row.getValue();
      if (Set.of(Fate.Kind.KEY, Fate.Kind.REPLACED).contains(fate.kind()) || name.startsWith("4")) {
        continue;
      }
      checked++;
      String other =
          switch (name) {
            case "DATE_FORMATS" -> "{'en': '%Y'}";
            default -> "'other'";
          };
      assertThat(Blog.told(Blog.read(temporary, name + " = " + other)))
          .as(name)
          .contains("pelicanconf.py:3:1: ")
          .contains(
              fate.kind() == Fate.Kind.NONE
                  ? "warning[import-setting]: " + name + " has no counterpart"
                  : "notice[import-unneeded]: " + name + " is not needed")
          .contains("hint: " + fate.words());
      assertThat(Blog.told(Blog.read(temporary, name + " = " + fate.pelicanDefault())))
          .as(name)
          .isEmpty();
    }
    assertThat(checked).isEqualTo(55);
  }
}
