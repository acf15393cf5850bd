package godwit.site;

import java.util.ArrayList;
import java.util.List;

/// Finds the addresses in a style sheet: those of `url(…)` and of `@import` (CSS Syntax, section
/// 4.3). Comments and other strings are passed over, and so are addresses with CSS's own escapes.
final class StyleSheetScanner {
  /// Where an address stands, without its quotes.
  record Address(int start, int end) {}

  private final String text;
  private final List<Address> addresses = new ArrayList<>();
  private int at;

  StyleSheetScanner(String text) {
    this.text = text;
  }

  List<Address> addresses() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        at = close < 0 ? text.length() : close + 2;
      } else if (isQuote(c)) {
        skipString();
      } else if (begins("url(") && (at == 0 || !isName(text.charAt(at - 1)))) {
        at += "url(".length();
        url();
      } else if (begins("@import")) {
        at += "@import".length();
        skipSpace();
        if (at < text.length() && isQuote(text.charAt(at))) {
          quoted();
        }
      } else {
        at += c == '\\' ? 2 : 1;
      }
    }
    return addresses;
  }

  private void url() {
    skipSpace();
    if (at < text.length() && isQuote(text.charAt(at))) {
      quoted();
      return;
    }
    int start = at;
    while (at < text.length()
        && !isSpace(text.charAt(at))
        && "\"'()\\".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    int end = at;
    skipSpace();
    if (at < text.length() && text.charAt(at) == ')') {
      addresses.add(new Address(start, end));
    }
  }

  private void quoted() {
    int start = at;
    skipString();
    boolean closed = at - start >= 2 && text.charAt(at - 1) == text.charAt(start);
    if (closed && text.substring(start, at).indexOf('\\') < 0) {
      addresses.add(new Address(start + 1, at - 1));
    }
  }

  /// A string ends with its quote, or unfinished with its line.
  private void skipString() {
    char quote = text.charAt(at++);
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      at = Math.min(at + (c == '\\' ? 2 : 1), text.length());
      if (c == quote) {
        return;
      }
    }
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private boolean begins(String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
