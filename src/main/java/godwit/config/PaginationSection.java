package godwit.config;

import godwit.config.PaginationSettings.Rule;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads `[pagination]`, `[pagination.sizes]` and `[[pagination.patterns]]`.
final class PaginationSection {
  private static final List<String> KINDS =
      List.of("index", "category", "tag", "author", "archives", "period-archives");
  private static final int LAST_PAGE = -1;

  private final TomlDocument document;
  private final ConfigValues values;
  private final UnknownKeys unknownKeys;

  PaginationSection(TomlDocument document, ConfigValues values, UnknownKeys unknownKeys) {
    this.document = document;
    this.values = values;
    this.unknownKeys = unknownKeys;
  }

  PaginationSettings read() {
    return new PaginationSettings(
        values.number(ConfigKey.PAGINATION_SIZE),
        values.number(ConfigKey.PAGINATION_ORPHANS),
        sizes(),
        values.given(ConfigKey.PAGINATION_PATTERNS) == null ? List.of(usual()) : rules(),
        values.isOn(ConfigKey.PAGINATION_STABLE),
        values.positionOfAny(ConfigKey.PAGINATION_PATTERNS, ConfigKey.PAGINATION_PATTERN));
  }

  private Map<String, Integer> sizes() {
    ConfigKey key = ConfigKey.PAGINATION_SIZES;
    Map<String, Integer> sizes = new HashMap<>();
    Object given = values.given(key);
    if (given instanceof TomlTable table) {
      for (String kind : table.keySet()) {
        if (!KINDS.contains(kind)) {
          values.bad(
              key.fullName(),
              document.keyPosition(table, kind),
              new BadValueException(
                  "'" + kind + "' is no list of articles that has pages",
                  "the lists are " + String.join(", ", KINDS)));
        } else if (table.get(List.of(kind)) instanceof Long size
            && size >= 0
            && size <= Integer.MAX_VALUE) {
          sizes.put(kind, size.intValue());
        } else {
          values.bad(
              key.fullName() + "." + kind,
              document.valuePosition(table, kind),
              new BadValueException("expected a number of articles", "0 is all on one page"));
        }
      }
    } else if (given != null) {
      values.wrongType(key, given, values.position(key));
    }
    return sizes;
  }

  private Rule usual() {
    UrlPattern pattern = values.text(ConfigKey.PAGINATION_PATTERN, PaginationSection::furtherPages);
    return new Rule(2, pattern, Optional.empty());
  }

  private static UrlPattern furtherPages(String source) throws BadValueException {
    UrlPattern pattern = Patterns.read(source, Patterns.Use.LIST_PAGE);
    if (!pattern.hasField("number")) {
      throw new BadValueException(
          "'" + source + "' is the same for all pages of a list", "put {number} into it");
    }
    return pattern;
  }

  private List<Rule> rules() {
    ConfigKey key = ConfigKey.PAGINATION_PATTERNS;
    List<Rule> rules = new ArrayList<>();
    if (values.has(ConfigKey.PAGINATION_PATTERN)) {
      values.bad(
          ConfigKey.PAGINATION_PATTERN.fullName(),
          values.position(ConfigKey.PAGINATION_PATTERN),
          new BadValueException("[[pagination.patterns]] say the same", "leave one of both out"));
    }
    Object given = values.given(key);
    if (!(given instanceof TomlArray array)) {
      if (given != null) {
        values.wrongType(key, given, values.position(key));
      }
      return List.of(usual());
    }
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof TomlTable table) {
        @Nullable Rule rule = rule(table, document.elementPosition(array, i));
        if (rule != null) {
          rules.add(rule);
        }
      } else {
        values.wrongType(key, array.get(i), document.elementPosition(array, i));
      }
    }
    rules.sort(Comparator.comparingInt(Rule::from)); // as in Pelican, they may stand in any order
    return rules;
  }

  private @Nullable Rule rule(TomlTable table, SourcePosition position) {
    unknownKeys.check(ConfigKey.PAGINATION_PATTERNS.fullName(), table);
    Object from = table.get(List.of(ConfigKey.PAGINATION_PATTERNS_FROM.simpleName()));
    if (!(from instanceof Long number) || number < LAST_PAGE || number == 0 || number > 1_000_000) {
      values.bad(
          ConfigKey.PAGINATION_PATTERNS_FROM.fullName(),
          from == null ? position : document.valuePosition(table, "from"),
          new BadValueException(
              "expected the number of a page", "the first is 1; -1 is the last page alone"));
      return null;
    }
    @Nullable UrlPattern url = pattern(table, ConfigKey.PAGINATION_PATTERNS_URL);
    @Nullable UrlPattern saveAs = pattern(table, ConfigKey.PAGINATION_PATTERNS_SAVE_AS);
    if (url == null && !table.contains(List.of("url"))) {
      String hint = "each [[pagination.patterns]] has a from and a url";
      values.missing(ConfigKey.PAGINATION_PATTERNS_URL, position, hint);
    }
    if (url == null) {
      return null;
    }
    UrlPattern file = saveAs == null ? url : saveAs;
    if (number > 1 && !file.hasField("number")) {
      values.bad(
          ConfigKey.PAGINATION_PATTERNS.fullName(),
          position,
          new BadValueException(
              "'" + file.source() + "' is the same for all pages of a list",
              "put {number} into it"));
    }
    return new Rule(number.intValue(), url, Optional.ofNullable(saveAs));
  }

  /// In Pelican a slash in front is dropped.
  private @Nullable UrlPattern pattern(TomlTable table, ConfigKey key) {
    Object given = table.get(List.of(key.simpleName()));
    return given == null
        ? null
        : values.read(
            key,
            given,
            () -> document.valuePosition(table, key.simpleName()),
            source ->
                Patterns.read(
                    source.startsWith("/") ? source.substring(1) : source, Patterns.Use.LIST_PAGE));
  }
}
