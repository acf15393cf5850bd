package godwit.control;

import io.avaje.json.JsonException;

/// Looks whether a text is one JSON value, RFC 8259, and no more. The reader that takes it apart
/// does not mind commas that are missing or too many, nor what stands behind the value.
final class JsonSyntax {
  /// What is sent to a daemon is flat; nobody is to have its stack overflow.
  private static final int DEEPEST = 8;

  private final String text;
  private int at;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /// @throws JsonException if it is not; the message says what is wrong, in a phrase
  static void check(String text) {
    JsonSyntax syntax = new JsonSyntax(text);
    syntax.value(0);
    if (syntax.at < text.length()) {
      throw new JsonException("something stands behind its end");
    }
  }

  private void value(int depth) {
    if (depth > DEEPEST) {
      throw new JsonException("it is nested more than " + DEEPEST + " times");
    }
    space();
    switch (peek()) {
      case '{' -> members('}', depth);
      case '[' -> members(']', depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    space();
  }

  /// What an object or an array has in it.
  private void members(char end, int depth) {
    at++;
    space();
    if (peek() == end) {
      at++;
      return;
    }
    while (true) {
      if (end == '}') {
        space();
        string();
        space();
        word(":");
      }
      value(depth + 1);
      if (peek() == end) {
        at++;
        return;
      }
      word(",");
    }
  }

  private void string() {
    word("\"");
    while (peek() != '"') {
      if (peek() < ' ') {
        throw new JsonException("a string has a control character in it");
      }
      char high = character();
      if (Character.isLowSurrogate(high)
          || (Character.isHighSurrogate(high) && !Character.isLowSurrogate(character()))) {
        throw new JsonException("a string has half a character in it"); // no text can be sent back
      }
    }
    at++;
  }

  /// What stands for one `char`, an escape or itself.
  private char character() {
    char first = peek();
    at++;
    if (first != '\\') {
      return first;
    }
    char kind = peek();
    at++;
    if (kind == 'u') {
      return unit();
    }
    if ("\"\\/bfnrt".indexOf(kind) < 0) {
      at--;
      throw wrong();
    }
    return kind;
  }

  private char unit() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') { // there are digits in other scripts
        throw wrong();
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private void number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (!text.substring(start, at).matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?")) {
      throw wrong();
    }
  }

  private void word(String word) {
    if (!text.startsWith(word, at)) {
      throw wrong();
    }
    at += word.length();
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw new JsonException("it ends too early");
    }
    return text.charAt(at);
  }

  private JsonException wrong() {
    return new JsonException("it is no JSON at character " + (at + 1));
  }
}
