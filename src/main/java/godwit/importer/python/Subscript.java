package godwit.importer.python;

import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.WholeNumber;
import org.jspecify.annotations.Nullable;

/// Parts of values: `value[key]`.
final class Subscript {
  private Subscript() {}

  /// The entry of a mapping or the element of a sequence, which may be counted from the end.
  ///
  /// @return null where it is not known
  static @Nullable PythonValue of(PythonValue value, PythonValue key) {
    if (value instanceof Mapping mapping && key instanceof Text text) {
      // An entry that is not known may be another of the same key
      boolean isKnown = mapping.entries().stream().allMatch(e -> e.key().unread().isEmpty());
      return !isKnown ? null : mapping.get(text.value()).orElse(null);
    }
    if (value instanceof Sequence sequence
        && key instanceof WholeNumber number
        && number.value().bitLength() < 31) {
      int size = sequence.elements().size();
      int index = number.value().intValue();
      int at = index < 0 ? index + size : index;
      return at >= 0 && at < size ? sequence.elements().get(at) : null;
    }
    return null;
  }
}
