package godwit.content;

/// Counts the words of a summary by Pelican's rules: a word is a letter, digit or underscore with
/// what follows of these, of hyphens and of apostrophes; each character of Chinese, Japanese and
/// Korean that stands where a word could begin is one. A character reference belongs to a word if
/// its character is one that could begin a word, a tag ends a word, and a comment does not.
final class SummaryWords {
  private static final int NONE = -1;

  private final String html;
  private final int maxWords;
  private int words;
  private int pendingEnd = NONE;
  private int cutAt = NONE;

  SummaryWords(String html, int maxWords) {
    this.html = html;
    this.maxWords = maxWords;
  }

  /// Whether the last word has been found and something stands behind it.
  boolean isComplete() {
    return cutAt != NONE;
  }

  /// The end of the last word in the HTML, if it has been found.
  int cutAt() {
    return cutAt;
  }

  /// A tag begins or ends here.
  void tag() {
    endWord();
  }

  /// A text from `start` to `end`. Stops at the last word.
  void text(int start, int end) {
    int from = start;
    while (from < end && !isComplete()) {
      int ampersand = html.indexOf('&', from, end); // not beyond: there may be much behind it
      int to = ampersand < 0 ? end : ampersand;
      if (to > from) {
        data(from, to);
      }
      from = to;
      if (from < end && !isComplete()) {
        from = reference(from, end);
      }
    }
  }

  private void endWord() {
    if (pendingEnd != NONE && !isComplete()) {
      words++;
      if (words == maxWords) {
        cutAt = pendingEnd;
      }
      pendingEnd = NONE;
    }
  }

  /// Text without references. A word that begins it goes on from before.
  private void data(int start, int end) {
    int at = start;
    int wordEnd = start;
    while (at < end && !isComplete()) {
      int c = html.codePointAt(at);
      if (!isCjk(c) && !isWord(c)) {
        at += Character.charCount(c);
        continue;
      }
      if (at > start) {
        endWord();
      }
      at += Character.charCount(c);
      if (!isCjk(c)) {
        at = endOfWord(at, end);
      }
      wordEnd = at;
      if (!isComplete()) {
        pendingEnd = wordEnd;
      }
    }
    if (wordEnd < end) {
      endWord();
    }
  }

  private int endOfWord(int from, int end) {
    int at = from;
    while (at < end) {
      int c = html.codePointAt(at);
      if (!isWord(c) && c != '\'' && c != '-') {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /// @return behind the reference, or behind the `&` of what is none
  private int reference(int start, int end) {
    int at = start + 1;
    boolean number = at < end && html.charAt(at) == '#';
    if (number) {
      at++;
    }
    int nameStart = at;
    while (at < end && isOfName(html.charAt(at), number, at == nameStart)) {
      at++;
    }
    if (at == html.length()) {
      return end; // Python's parser waits for the rest
    }
    if (at == nameStart) {
      data(start, nameStart);
      return nameStart;
    }
    int behind = at < end && html.charAt(at) == ';' ? at + 1 : at;
    String character = HtmlText.unescape(html.substring(start, at) + ";");
    boolean known = !character.startsWith("&") || character.equals("&");
    boolean word = known && isWord(character.codePointAt(0));
    if (word) {
      pendingEnd = behind;
    } else {
      endWord();
    }
    return behind;
  }

  private static boolean isOfName(char c, boolean number, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean digit = c >= '0' && c <= '9';
    if (number) {
      return digit || (first ? c == 'x' : Character.digit(c, 16) >= 0);
    }
    return letter || (!first && (digit || c == '-' || c == '.'));
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || c == '_'
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isCjk(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2F800 && c <= 0x2FA1F)
        || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x1100 && c <= 0x11FF)
        || (c >= 0xAC00 && c <= 0xD7FF)
        || (c >= 0x3130 && c <= 0x318F);
  }
}
