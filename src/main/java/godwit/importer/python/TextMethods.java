package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Functions.Arguments;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The methods of `str` that settings use.
final class TextMethods {
  private TextMethods() {}

  /// The result of a method.
  ///
  /// @return null if it is not one of these, or is given something else than it takes
  static @Nullable PythonValue call(Text text, String method, Arguments arguments) {
    Optional<PythonValue> unread =
        arguments.positional().stream()
            .flatMap(argument -> argument.unread().stream())
            .map(PythonValue.class::cast)
            .findFirst();
    if (unread.isPresent()) {
      return unread.get();
    }
    if (method.equals("format")) {
      return format(text, arguments);
    }
    if (!arguments.named().isEmpty() || !ShortText.isShort(text.value())) {
      return null;
    }
    List<PythonValue> given = arguments.positional();
    return switch (method) {
      case "join" -> given.size() == 1 ? joined(text, given.getFirst()) : null;
      case "replace" -> given.size() == 2 ? replaced(text, given.get(0), given.get(1)) : null;
      case "lower" -> given.isEmpty() ? made(text, text.value().toLowerCase(Locale.ROOT)) : null;
      case "strip" -> stripped(text, given, true, true);
      case "lstrip" -> stripped(text, given, true, false);
      case "rstrip" -> stripped(text, given, false, true);
      default -> null;
    };
  }

  private static PythonValue made(Text text, String value) {
    return PythonValue.text(text.position(), value);
  }

  private static @Nullable PythonValue format(Text text, Arguments arguments) {
    BraceTemplate template = BraceTemplate.parse(text.value()).orElse(null);
    if (template == null) {
      return null;
    }
    boolean hasEmpty = template.pieces().contains(new BraceTemplate.Field(""));
    int[] next = {0};
    return template.filled(
        text.position(),
        name -> {
          boolean isNumber = name.matches("[0-9]{1,4}");
          if (name.isEmpty() || (isNumber && !hasEmpty)) { // Python does not take both
            int index = name.isEmpty() ? next[0]++ : Integer.parseInt(name);
            List<PythonValue> given = arguments.positional();
            return index < given.size() ? Optional.of(given.get(index)) : Optional.empty();
          }
          return Optional.ofNullable(arguments.named().get(name));
        });
  }

  private static @Nullable PythonValue joined(Text between, PythonValue given) {
    if (!(given instanceof Sequence parts) || parts.form() == Form.SET) {
      return null;
    }
    ShortText joined = new ShortText();
    boolean isFirst = true;
    for (PythonValue part : parts.elements()) {
      if (!(part instanceof Text(SourcePosition _, String value))) {
        return null;
      }
      joined.add(isFirst ? "" : between.value());
      joined.add(value);
      isFirst = false;
    }
    return joined.value(between.position());
  }

  private static @Nullable PythonValue replaced(Text text, PythonValue old, PythonValue with) {
    if (!(old instanceof Text(SourcePosition _, String from))
        || !(with instanceof Text(SourcePosition _, String to))
        || from.isEmpty()) {
      return null;
    }
    ShortText replaced = new ShortText();
    int at = 0;
    int found;
    while ((found = text.value().indexOf(from, at)) >= 0) {
      replaced.add(text.value().substring(at, found));
      replaced.add(to);
      at = found + from.length();
    }
    replaced.add(text.value().substring(at));
    return replaced.value(text.position());
  }

  /// Without some characters at its ends; without white space unless they are named.
  private static @Nullable PythonValue stripped(
      Text text, List<PythonValue> given, boolean atStart, boolean atEnd) {
    IntPredicate isTaken =
        given.isEmpty() || given.getFirst() instanceof Nothing
            ? c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085'
            : given.getFirst() instanceof Text(SourcePosition _, String characters)
                ? c -> characters.indexOf(c) >= 0
                : null;
    if (isTaken == null || given.size() > 1) {
      return null;
    }
    int[] points = text.value().codePoints().toArray();
    int start = 0;
    int end = points.length;
    while (atStart && start < end && isTaken.test(points[start])) {
      start++;
    }
    while (atEnd && start < end && isTaken.test(points[end - 1])) {
      end--;
    }
    return made(text, new String(points, start, end - start));
  }
}
