package godwit.importer;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Assignment;
import godwit.importer.python.PythonValue;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings `…_SUBSTITUTIONS`, plain texts for slugs, as `…_REGEX_SUBSTITUTIONS`.
final class OldSubstitutions {
  private static final String OLD = "_SUBSTITUTIONS";
  private static final String NEW = "_REGEX_SUBSTITUTIONS";

  private static final List<String> KINDS = List.of("SLUG", "CATEGORY", "TAG", "AUTHOR");

  /// Those that come after the ones of `SLUG`.
  private static final List<String> COMBINED = List.of("CATEGORY", "TAG");

  /// What Python's `re.escape` puts a backslash before.
  private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000B\f";

  private final Map<String, Assignment> settings;
  private final Notes notes;

  OldSubstitutions(Map<String, Assignment> settings, Notes notes) {
    this.settings = new LinkedHashMap<>(settings);
    this.notes = notes;
  }

  /// The settings with the new ones in the place of the old. Where one of these cannot be read all
  /// stay, and are told of later.
  Map<String, Assignment> replaced() {
    List<Assignment> old = KINDS.stream().flatMap(kind -> given(kind).stream()).toList();
    if (old.isEmpty() || old.stream().anyMatch(a -> a.value().unread().isPresent())) {
      return settings;
    }
    KINDS.stream()
        .map(kind -> kind + NEW)
        .filter(settings::containsKey)
        .findFirst()
        .ifPresent(beside -> refuse(old.getFirst(), beside));
    List<PythonValue> ofAll = given("SLUG").map(OldSubstitutions::rows).orElse(List.of());
    Map<String, Assignment> made = new LinkedHashMap<>();
    for (String kind : KINDS) {
      given(kind)
          .filter(own -> !(own.value() instanceof Nothing))
          .ifPresent(own -> made.put(kind, made(kind, own, ofAll)));
    }
    if (!ofAll.isEmpty() && given("AUTHOR").isEmpty()) {
      made.put("AUTHOR", made("AUTHOR", old.getFirst(), List.of(), List.of()));
    }
    KINDS.forEach(kind -> settings.remove(kind + OLD));
    made.values().forEach(assignment -> settings.put(assignment.name(), assignment));
    return settings;
  }

  private Optional<Assignment> given(String kind) {
    return Optional.ofNullable(settings.get(kind + OLD));
  }

  private void refuse(Assignment old, String beside) {
    notes.wrong(
        old.position(),
        old.name() + ": Pelican does not take it beside " + beside,
        "write all of them as …" + NEW + ", which are regular expressions, and import again");
  }

  private static List<PythonValue> rows(Assignment given) {
    return given.value() instanceof Sequence rows ? rows.elements() : List.of();
  }

  private static Assignment made(String kind, Assignment own, List<PythonValue> ofAll) {
    if (!(own.value() instanceof Sequence)) {
      return new Assignment(kind + NEW, own.position(), own.value()); // whose type is told of later
    }
    boolean isAfterOthers = COMBINED.contains(kind) && !rows(own).isEmpty();
    return made(kind, own, isAfterOthers ? ofAll : List.of(), rows(own));
  }

  private static Assignment made(
      String kind, Assignment own, List<PythonValue> ofAll, List<PythonValue> rows) {
    List<PythonValue> given = new ArrayList<>(ofAll);
    given.addAll(rows);
    SourcePosition position = own.position();
    List<PythonValue> made = new ArrayList<>();
    given.forEach(row -> made.add(expression(row)));
    boolean isLeftAlone = given.stream().anyMatch(OldSubstitutions::leavesAlone);
    for (List<String> usual : isLeftAlone ? SlugKeys.STRIPPING : SlugKeys.USUAL) {
      made.add(pair(position, usual.getFirst(), position, usual.getLast()));
    }
    return new Assignment(kind + NEW, position, PythonValue.sequence(position, Form.LIST, made));
  }

  /// Whether the third element says that other characters stay.
  private static boolean leavesAlone(PythonValue row) {
    return row instanceof Sequence three
        && three.elements().size() == 3
        && three.elements().getLast().truth().orElse(false);
  }

  /// A row of two or three as one of expressions; any other as it is.
  private static PythonValue expression(PythonValue row) {
    return row instanceof Sequence few
            && few.elements().size() <= 3
            && few.elements().size() >= 2
            && few.elements().get(0) instanceof Text(SourcePosition fromAt, String from)
            && few.elements().get(1) instanceof Text(SourcePosition toAt, String to)
        ? pair(fromAt, escaped(from), toAt, to.replace("\\", "\\\\"))
        : row;
  }

  private static PythonValue pair(
      SourcePosition fromAt, String from, SourcePosition toAt, String to) {
    return PythonValue.sequence(
        fromAt, Form.TUPLE, List.of(new Text(fromAt, from), new Text(toAt, to)));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return escaped.toString();
  }
}
