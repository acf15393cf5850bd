package godwit.content;

/// Counts the words of HTML, for the reading time.
final class WordCount {
  private WordCount() {}

  /// How many runs of characters between white space or tags the text has. Tags within a word do
  /// not split it in two often enough to matter.
  static int of(String html) {
    int words = 0;
    boolean inWord = false;
    boolean inTag = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (inTag) {
        inTag = c != '>';
      } else if (c == '<') {
        inTag = true;
      } else if (c <= ' ') {
        inWord = false;
      } else if (!inWord) {
        inWord = true;
        words++;
      }
    }
    return words;
  }
}
