package godwit.content;

/// Steps through a text line by line.
final class Lines {
  private final String text;
  private int offset;

  Lines(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /// Another one at the same line.
  Lines copy() {
    return new Lines(text, offset);
  }

  boolean hasNext() {
    return offset < text.length();
  }

  /// Where the line that [#peek] shows begins.
  int offset() {
    return offset;
  }

  /// The line at hand without its end.
  String peek() {
    return text.substring(offset, lineEnd());
  }

  void next() {
    offset = Math.min(lineEnd() + 1, text.length());
  }

  private int lineEnd() {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }
}
