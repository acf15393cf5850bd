package godwit.content;

/// White space as Unicode and Python have it. That of Java's `strip` has no spaces that do not
/// break, which some keyboards and input methods write.
final class WhiteSpace {
  private WhiteSpace() {}

  /// The text without white space at its ends.
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWhiteSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
