package godwit.importer.python;

import org.jspecify.annotations.Nullable;

/// Where a string ends.
///
/// @param at where its closing quotes begin
/// @param hasFields whether it is an f-string with fields
record StringEnd(int at, boolean hasFields) {
  /// Looks for the end.
  ///
  /// @param start behind the opening quotes
  /// @param quotes one or three
  /// @param isTemplate whether braces are fields, in which other strings may stand
  /// @return null if there is none
  static @Nullable StringEnd find(String text, int start, String quotes, boolean isTemplate) {
    boolean hasFields = false;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (text.startsWith(quotes, at)) {
        return new StringEnd(at, hasFields);
      } else if (c == '\n' && quotes.length() == 1) {
        return null;
      } else if (isTemplate && c == '{' && !text.startsWith("{{", at)) {
        hasFields = true;
        at = endOfField(text, at + 1, quotes);
      } else {
        at += isTemplate && (text.startsWith("{{", at) || text.startsWith("}}", at)) ? 2 : 1;
      }
    }
    return null;
  }

  /// Behind the brace that closes a field; at what may end the string where there is none.
  private static int endOfField(String text, int start, String quotes) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '}' && depth-- == 0) {
        return at + 1;
      } else if (c == '{') {
        depth++;
      } else if (c == '\n' && quotes.length() == 1) {
        return at;
      } else if (c == '"' || c == '\'') {
        int end = text.indexOf(c, at + 1);
        int line = text.indexOf('\n', at);
        if (end < 0 || (line >= 0 && line < end)) {
          return at;
        }
        at = end;
      }
      at++;
    }
    return at;
  }
}
