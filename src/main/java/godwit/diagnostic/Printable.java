package godwit.diagnostic;

/// Text of authors, among it the names of their files, as it may go to a terminal.
public final class Printable {
  private Printable() {}

  /// The text with U+FFFD for each control character, which a terminal obeys, and for those that
  /// turn the direction of what stands behind them (Unicode Technical Report 36, 2.5).
  public static String of(String text) {
    return text.codePoints().anyMatch(Printable::isObeyed)
        ? text.replaceAll("[\\x00-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD")
        : text;
  }

  private static boolean isObeyed(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
