package godwit.importer;

import godwit.importer.python.Assignment;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Bytes;
import godwit.importer.python.PythonValue.Decimal;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Truth;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.PythonValue.WholeNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes out of lists and dicts what only running the program could tell, so that the rest counts.
/// Where the parts belong together, as in rules that are tried one after the other, one that is not
/// known leaves the whole setting unknown.
final class KnownParts {
  private static final Set<String> SETTINGS =
      Set.of(
          "MENUITEMS",
          "LINKS",
          "SOCIAL",
          "ARTICLE_PATHS",
          "ARTICLE_EXCLUDES",
          "PAGE_PATHS",
          "PAGE_EXCLUDES",
          "STATIC_PATHS",
          "STATIC_EXCLUDES",
          "IGNORE_FILES",
          "DEFAULT_METADATA",
          "FORMATTED_FIELDS",
          "EXTRA_PATH_METADATA",
          "TEMPLATE_PAGES",
          "READERS",
          "DOCUTILS_SETTINGS");

  private KnownParts() {}

  /// The settings without such parts. A setting of which nothing is known stays as it is.
  ///
  /// @param notes gets each part that is left out
  static Map<String, Assignment> of(Map<String, Assignment> given, FateTable fates, Notes notes) {
    Map<String, Assignment> known = new LinkedHashMap<>(given);
    known.replaceAll(
        (name, assignment) -> {
          PythonValue value = assignment.value();
          PythonValue rest = SETTINGS.contains(name) ? rest(value) : value;
          if (parts(rest).isEmpty() || parts(rest).size() == parts(value).size()) {
            return assignment;
          }
          parts(value).stream()
              .flatMap(part -> part.unread().stream())
              .forEach(
                  unread ->
                      notes.unread(
                          unread.position(),
                          name + ": an entry cannot be read, as it " + unread.reason(),
                          "write it into godwit.toml by hand: "
                              + fates.of(name).orElseThrow().words()));
          return new Assignment(name, assignment.position(), rest);
        });
    return known;
  }

  private static List<PythonValue> parts(PythonValue value) {
    return switch (value) {
      case Sequence sequence -> sequence.elements();
      case Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> entry.key().unread().isPresent() ? entry.key() : entry.value())
              .toList();
      case Text _, Bytes _, WholeNumber _, Decimal _, Truth _, Nothing _, Unread _ -> List.of();
    };
  }

  private static PythonValue rest(PythonValue value) {
    return switch (value) {
      case Sequence sequence ->
          PythonValue.sequence(
              sequence.position(),
              sequence.form(),
              sequence.elements().stream().filter(e -> e.unread().isEmpty()).toList());
      case Mapping mapping ->
          PythonValue.mapping(
              mapping.position(),
              mapping.entries().stream()
                  .filter(e -> e.key().unread().isEmpty() && e.value().unread().isEmpty())
                  .toList());
      case Text _, Bytes _, WholeNumber _, Decimal _, Truth _, Nothing _, Unread _ -> value;
    };
  }
}
