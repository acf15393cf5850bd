package godwit.importer.python;

import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.WholeNumber;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fills texts with the operator `%`. The codes `%s`, `%d` and `%%` are understood.
final class PercentFormat {
  private PercentFormat() {}

  /// The text with values in the place of its codes.
  ///
  /// @param given one value, or a tuple of them; known
  /// @return null if another code stands there, or the values do not fit
  static @Nullable PythonValue filled(Text format, PythonValue given) {
    boolean isTuple = given instanceof Sequence tuple && tuple.form() == Form.TUPLE;
    Iterator<PythonValue> values =
        (isTuple && given instanceof Sequence tuple ? tuple.elements() : List.of(given)).iterator();
    ShortText filled = new ShortText();
    String text = format.value();
    int at = 0;
    int percent;
    while ((percent = text.indexOf('%', at)) >= 0) {
      filled.add(text.substring(at, percent));
      Optional<String> part =
          text.startsWith("%%", percent)
              ? Optional.of("%")
              : part(text.substring(percent + 1, Math.min(percent + 2, text.length())), values);
      if (part.isEmpty()) {
        return null;
      }
      filled.add(part.get());
      at = percent + 2;
    }
    filled.add(text.substring(at));
    return values.hasNext() ? null : filled.value(format.position());
  }

  private static Optional<String> part(String code, Iterator<PythonValue> values) {
    if (!values.hasNext() || !(code.equals("s") || code.equals("d"))) {
      return Optional.empty();
    }
    PythonValue value = values.next();
    return code.equals("s") || value instanceof WholeNumber
        ? ShortText.of(value)
        : Optional.empty();
  }
}
