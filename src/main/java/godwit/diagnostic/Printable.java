package godwit.diagnostic;

/// Text of authors, among it the names of their files, as it may go to a terminal.
public final class Printable {
  private Printable() {}

  /// The text with U+FFFD for each control character: a terminal obeys these.
  public static String of(String text) {
    return text.codePoints().anyMatch(Character::isISOControl)
        ? text.replaceAll("[\\x00-\\x1F\\x7F-\\x9F]", "\uFFFD")
        : text;
  }
}
