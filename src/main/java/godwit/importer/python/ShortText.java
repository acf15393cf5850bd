package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.PythonValue.WholeNumber;
import java.util.Optional;

/// A text that is put together, as long as names and addresses are. A longer one would be made by a
/// program that multiplies it again and again.
final class ShortText {
  private static final int LONGEST = 10_000;
  private static final int MOST_BITS = 64;

  private final StringBuilder text = new StringBuilder();
  private boolean isTooLarge;

  void add(String part) {
    isTooLarge |= part.length() > LONGEST - text.length();
    if (!isTooLarge) {
      text.append(part);
    }
  }

  /// The whole text; [Unread] if it is too large.
  PythonValue value(SourcePosition position) {
    return isTooLarge
        ? new Unread(position, "is too large")
        : PythonValue.text(position, text.toString());
  }

  /// What `str` makes of a text or a number; empty of any other value.
  static Optional<String> of(PythonValue value) {
    if (value instanceof Text(SourcePosition _, String text)) {
      return Optional.of(text);
    }
    return value instanceof WholeNumber number && number.value().bitLength() <= MOST_BITS
        ? Optional.of(number.value().toString())
        : Optional.empty();
  }

  static boolean isShort(String text) {
    return text.length() <= LONGEST;
  }
}
