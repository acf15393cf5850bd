package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Table;
import godwit.importer.TomlValue.Tables;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Whole;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.WholeNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes `[pagination]`.
final class PaginationKeys {
  private static final List<String> LISTS = List.of("index", "category", "tag", "author");

  /// Lists that Pelican cuts into pages only where they are named.
  private static final List<String> ARCHIVES = List.of("archives", "period_archives");

  private static final String USUAL = "{name}{number}{extension}";

  /// A row of `PAGINATION_PATTERNS`.
  private record Rule(SourcePosition position, int from, String url, String file) {
    /// Whether the rule leaves the first page where it is.
    boolean isItself() {
      return from == 1
          && List.of("{url}", "{name}{extension}").contains(url)
          && List.of("{save_as}", "{name}{extension}").contains(file);
    }

    /// Whether it is Pelican's for the other pages.
    boolean isUsual() {
      return from == 2 && url.equals(USUAL) && file.equals(USUAL);
    }
  }

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;

  PaginationKeys(Settings settings, Notes notes, Draft draft) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
  }

  void write() {
    int size = settings.number("DEFAULT_PAGINATION", 0);
    draft.put("pagination.size", new Whole(size), "DEFAULT_PAGINATION");
    draft.put(
        "pagination.orphans", new Whole(settings.number("DEFAULT_ORPHANS", 0)), "DEFAULT_ORPHANS");
    List<Rule> rules = rules();
    if (rules.isEmpty()) {
      draft.put("pagination.pattern", new Text(USUAL), "PAGINATION_PATTERNS");
    }
    sizes(size, !rules.isEmpty());
    if (!rules.isEmpty()) {
      List<Table> tables = new ArrayList<>();
      for (Rule rule : rules) {
        Map<String, TomlValue> table = new LinkedHashMap<>();
        table.put("from", new Whole(rule.from()));
        table.put("url", new Text(rule.url()));
        table.put("save-as", new Text(rule.file()));
        tables.add(new Table(table));
      }
      draft.putParts(
          "pagination.patterns",
          new Tables(tables),
          rules.stream().map(Rule::position).toList(),
          "PAGINATION_PATTERNS");
    }
  }

  /// The rules, unless they are Pelican's own.
  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (List<PythonValue> row : settings.rows("PAGINATION_PATTERNS", 2)) {
      String url = settings.plain("PAGINATION_PATTERNS", row.get(1));
      String file = row.size() > 2 ? settings.plain("PAGINATION_PATTERNS", row.get(2)) : url;
      boolean isNumber =
          row.get(0) instanceof WholeNumber number && number.value().bitLength() < 31;
      if (!isNumber || url == null || file == null) {
        settings.wrongType("PAGINATION_PATTERNS", row.get(0), "(number, 'url', 'file')");
      } else if (row.get(0) instanceof WholeNumber number) {
        rules.add(
            new Rule(
                number.position(),
                number.value().intValue(),
                UrlKeys.relative(url),
                UrlKeys.relative(file)));
      }
    }
    return rules.stream().allMatch(rule -> rule.isItself() || rule.isUsual()) ? List.of() : rules;
  }

  /// Lists that `PAGINATED_TEMPLATES` does not name have one page in Pelican, to which no pattern
  /// applies.
  private void sizes(int size, boolean hasRules) {
    if (settings.value("PAGINATED_TEMPLATES").isEmpty()) {
      return;
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Set<String> unnamed = new HashSet<>(LISTS);
    LISTS.forEach(list -> sizes.put(list, 0));
    ARCHIVES.forEach(list -> sizes.put(list, 0));
    for (Entry entry : settings.entries("PAGINATED_TEMPLATES")) {
      String list = settings.plain("PAGINATED_TEMPLATES", entry.key());
      if (list != null && sizes.containsKey(list)) {
        unnamed.remove(list);
        sizes.put(list, size(entry.value(), size));
      } else {
        notes.setting(
            entry.key().position(),
            "PAGINATED_TEMPLATES: " + entry.key().shown() + " is always one page",
            "the lists that have pages are "
                + String.join(", ", LISTS)
                + " and "
                + String.join(", ", ARCHIVES));
      }
    }
    Map<String, TomlValue> table = new LinkedHashMap<>();
    sizes.forEach(
        (list, articles) -> {
          int usual = ARCHIVES.contains(list) ? 0 : size;
          if (articles != usual || (hasRules && unnamed.contains(list))) {
            table.put(list.replace('_', '-'), new Whole(articles));
          }
        });
    draft.put("pagination.sizes", new Table(table), "PAGINATED_TEMPLATES");
  }

  /// What Python takes for false is the usual number, 0 too. Pelican counts with no text.
  private int size(PythonValue value, int usual) {
    if (value.truth().equals(Optional.of(false))) {
      return usual;
    }
    if (value instanceof PythonValue.Text) {
      settings.wrongType("PAGINATED_TEMPLATES", value, "a number from 0 on");
      return usual;
    }
    return settings.number("PAGINATED_TEMPLATES", value, usual);
  }
}
