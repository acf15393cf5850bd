package godwit.importer.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a string token holds.
///
/// @param value its characters; of bytes each byte as one character
/// @param isBytes whether it has the prefix `b`
/// @param hasFields whether it is an f-string with fields
/// @param template of an f-string whose fields are plain names: its text and these; else null
record StringLiteral(
    String value, boolean isBytes, boolean hasFields, @Nullable BraceTemplate template) {
  /// A backslash before a brace: `\N{…}`, or one that stands for itself.
  private static final Pattern BEFORE_BRACE = Pattern.compile("\\\\(N?)[{}]");

  /// An escape that is none.
  static final class BadEscapeException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int offset;

    BadEscapeException(int offset, String message) {
      super(message);
      this.offset = offset;
    }

    int offset() {
      return offset;
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  /// Reads the text between the quotes.
  ///
  /// @param prefix `r`, `b`, `u`, `f` and their combinations, in any case
  /// @param hasFields of an f-string: whether there are fields in it
  static StringLiteral of(String prefix, String inner, boolean hasFields)
      throws BadEscapeException {
    String letters = prefix.toLowerCase(Locale.ROOT);
    boolean isBytes = letters.indexOf('b') >= 0;
    for (int i = 0; isBytes && i < inner.length(); i++) {
      if (inner.charAt(i) > 0x7F) {
        throw new BadEscapeException(i, "bytes can hold only ASCII characters");
      }
    }
    if (hasFields) {
      return new StringLiteral("", isBytes, true, template(letters, inner));
    }
    String value = letters.indexOf('r') >= 0 ? inner : unescaped(inner, isBytes);
    if (letters.indexOf('f') >= 0) {
      value = value.replace("{{", "{").replace("}}", "}");
    }
    return new StringLiteral(value, isBytes, false, null);
  }

  private static @Nullable BraceTemplate template(String letters, String inner) {
    boolean isRaw = letters.indexOf('r') >= 0;
    if (letters.indexOf('f') < 0 || (!isRaw && BEFORE_BRACE.matcher(inner).find())) {
      return null;
    }
    BraceTemplate written = BraceTemplate.parse(inner).orElse(null);
    if (written == null || isRaw) {
      return written;
    }
    List<BraceTemplate.Piece> pieces = new ArrayList<>();
    try {
      for (BraceTemplate.Piece piece : written.pieces()) {
        pieces.add(
            piece instanceof BraceTemplate.Words(String words)
                ? new BraceTemplate.Words(unescaped(words, false))
                : piece);
      }
    } catch (BadEscapeException e) {
      return null; // as of every f-string with fields that cannot be read
    }
    return new BraceTemplate(pieces);
  }

  private static String unescaped(String inner, boolean isBytes) throws BadEscapeException {
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder out = new StringBuilder(inner.length());
    int at = 0;
    while (at < inner.length()) {
      char c = inner.charAt(at);
      if (c == '\\') {
        at = escape(inner, at, isBytes, out);
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /// Reads the escape at `at`. @return what follows it
  private static int escape(String inner, int at, boolean isBytes, StringBuilder out)
      throws BadEscapeException {
    char letter = inner.charAt(at + 1);
    switch (letter) {
      case '\n' -> {}
      case '\\', '\'', '"' -> out.append(letter);
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000B');
      case 'x' -> {
        return hex(inner, at, 2, out);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(inner, at + 1, isBytes, out);
      }
      case 'u', 'U', 'N' -> {
        if (!isBytes) {
          return letter == 'N' ? named(inner, at, out) : hex(inner, at, letter == 'u' ? 4 : 8, out);
        }
        out.append('\\').append(letter);
      }
      default -> out.append('\\').append(letter); // as Python does, with a warning
    }
    return at + 2;
  }

  private static int octal(String inner, int start, boolean isBytes, StringBuilder out) {
    int end = start;
    int value = 0;
    while (end < inner.length()
        && end < start + 3
        && inner.charAt(end) >= '0'
        && inner.charAt(end) <= '7') {
      value = value * 8 + inner.charAt(end++) - '0';
    }
    out.append((char) (isBytes ? value & 0xFF : value));
    return end;
  }

  private static int hex(String inner, int at, int digits, StringBuilder out)
      throws BadEscapeException {
    int end = at + 2 + digits;
    String number = end <= inner.length() ? inner.substring(at + 2, end) : "";
    if (!number.matches("[0-9a-fA-F]+")) {
      throw new BadEscapeException(
          at, "\\" + inner.charAt(at + 1) + " wants " + digits + " hexadecimal digits");
    }
    long value = Long.parseLong(number, 16);
    if (value > Character.MAX_CODE_POINT) {
      throw new BadEscapeException(at, "there is no character " + number);
    }
    out.appendCodePoint((int) value);
    return end;
  }

  private static int named(String inner, int at, StringBuilder out) throws BadEscapeException {
    int end = inner.indexOf('}', at);
    if (end < 0 || inner.charAt(at + 2) != '{') {
      throw new BadEscapeException(at, "\\N wants the name of a character in braces");
    }
    String name = inner.substring(at + 3, end);
    try {
      out.appendCodePoint(Character.codePointOf(name));
    } catch (IllegalArgumentException e) {
      throw new BadEscapeException(at, "there is no character '" + name + "'");
    }
    return end + 1;
  }
}
