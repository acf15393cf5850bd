package godwit.daemon;

/// Text of strangers in a log: nothing in it begins a new line, moves a cursor or turns the order
/// of what is read. Such characters are written as in JSON.
final class LogText {
  private LogText() {}

  /// One line.
  ///
  /// @param most characters; what is longer ends with `…`
  static String line(String text, int most) {
    StringBuilder line = new StringBuilder();
    append(line, text, most, false);
    return line.toString();
  }

  /// A string of JSON, with its quotes.
  ///
  /// @param most characters between the quotes; what is longer ends with `…`
  static String quoted(String text, int most) {
    StringBuilder quoted = new StringBuilder("\"");
    append(quoted, text, most, true);
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder out, String text, int most, boolean isQuoted) {
    int end = out.length() + most;
    for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      String written =
          isQuoted && (point == '"' || point == '\\')
              ? "\\" + (char) point
              : isPlain(point) ? Character.toString(point) : escaped(point);
      if (out.length() + written.length() > end) {
        out.append('…');
        return;
      }
      out.append(written);
    }
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static String escaped(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(point)) {
          units.append("\\u%04x".formatted((int) unit));
        }
        yield units.toString();
      }
    };
  }
}
