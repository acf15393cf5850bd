package godwit.config;

/// What no value may hold: characters that neither XML nor a file name can carry.
final class Characters {
  private Characters() {}

  /// The text itself. Tabs and line ends pass: descriptions may have several lines.
  static String check(String text) throws BadValueException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) && c != '\t' && c != '\n' && c != '\r') {
        throw control(c);
      }
      if (Character.isSurrogate(c)) {
        int point = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(point)) {
          throw new BadValueException("holds half of a character (\\u%04X)".formatted(point), null);
        }
        i++;
      }
    }
    return text;
  }

  /// The text itself, on one line.
  static String checkLine(String text) throws BadValueException {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        throw control(text.charAt(i));
      }
    }
    return text;
  }

  private static boolean isControl(char c) {
    return c < ' ' || c == 0x7F;
  }

  private static BadValueException control(char c) {
    String what = c == '\n' || c == '\r' ? "a line end" : "a control character";
    return new BadValueException("holds %s (\\u%04X)".formatted(what, (int) c), null);
  }
}
