package godwit.importer;

import godwit.config.Substitution;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Pairs;
import godwit.importer.TomlValue.Text;
import godwit.importer.python.PythonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes `[slugs]`.
final class SlugKeys {
  /// Pelican's own, which are Godwit's, too.
  static final List<List<String>> USUAL =
      List.of(
          List.of("[^\\w\\s-]", ""),
          List.of("(?u)\\A\\s*", ""),
          List.of("(?u)\\s*\\Z", ""),
          List.of("[-\\s]+", "-"));

  /// Those of them that take white space away from both ends.
  static final List<List<String>> STRIPPING = USUAL.subList(1, 3);

  private final Settings settings;
  private final Notes notes;
  private final Draft draft;

  SlugKeys(Settings settings, Notes notes, Draft draft) {
    this.settings = settings;
    this.notes = notes;
    this.draft = draft;
  }

  void write() {
    draft.put("slugs.source", new Text(settings.text("SLUGIFY_SOURCE", "title")), "SLUGIFY_SOURCE");
    substitutions("slugs.substitutions", "SLUG_REGEX_SUBSTITUTIONS");
    substitutions("slugs.category-substitutions", "CATEGORY_REGEX_SUBSTITUTIONS");
    substitutions("slugs.tag-substitutions", "TAG_REGEX_SUBSTITUTIONS");
    substitutions("slugs.author-substitutions", "AUTHOR_REGEX_SUBSTITUTIONS");
    draft.put(
        "slugs.unicode",
        new Flag(settings.truth("SLUGIFY_USE_UNICODE", false)),
        "SLUGIFY_USE_UNICODE");
    draft.put(
        "slugs.preserve-case",
        new Flag(settings.truth("SLUGIFY_PRESERVE_CASE", false)),
        "SLUGIFY_PRESERVE_CASE");
  }

  /// Those of categories, tags and authors are the ones of all unless they are given.
  private void substitutions(String key, String name) {
    Optional<PythonValue> value = settings.value(name);
    if (value.isEmpty()) {
      return;
    }
    List<List<String>> pairs = new ArrayList<>();
    for (List<PythonValue> row : settings.rows(name, 2)) {
      String from = settings.plain(name, row.get(0));
      String to = settings.plain(name, row.get(1));
      if (from == null || to == null) {
        settings.wrongType(name, from == null ? row.get(0) : row.get(1), "text");
        continue;
      }
      try {
        pairs.add(List.of(Substitution.of(from, to).source(), to));
      } catch (Substitution.NotTranslated e) {
        notes.expression(row.get(0).position(), name + ": " + e.message(), Expression.hint(from));
      }
    }
    boolean isUsual = pairs.equals(USUAL) && key.equals("slugs.substitutions");
    if (!isUsual) {
      draft.add(key, new Pairs(pairs), List.of(), List.of(name));
    }
  }
}
