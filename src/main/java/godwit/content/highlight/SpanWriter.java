package godwit.content.highlight;

import org.jspecify.annotations.Nullable;

/// Writes code as HTML. Neighbours of one class share a span, and no span goes over a line's end,
/// so that a caller may cut the result into lines.
final class SpanWriter {
  private final String code;
  private final StringBuilder html;
  private @Nullable TokenClass open;

  SpanWriter(String code) {
    this.code = code;
    this.html = new StringBuilder(code.length() * 3 + 32);
  }

  /// Writes the code from `start` to before `end`, within a line, as being of this class.
  void write(@Nullable TokenClass tokenClass, int start, int end) {
    if (start == end) {
      return;
    }
    if (tokenClass != open) {
      close();
      if (tokenClass != null) {
        html.append("<span class=\"").append(tokenClass.letter()).append("\">");
      }
      open = tokenClass;
    }
    escape(start, end);
  }

  void endLine() {
    close();
    html.append('\n');
  }

  /// The HTML of all that was written.
  String finish() {
    close();
    return html.toString();
  }

  private void close() {
    if (open != null) {
      html.append("</span>");
      open = null;
    }
  }

  private void escape(int start, int end) {
    int from = start;
    for (int i = start; i < end; i++) {
      String entity =
          switch (code.charAt(i)) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> null;
          };
      if (entity != null) {
        html.append(code, from, i).append(entity);
        from = i + 1;
      }
    }
    html.append(code, from, end);
  }
}
