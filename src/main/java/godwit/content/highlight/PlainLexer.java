package godwit.content.highlight;

/// Text that is only text.
final class PlainLexer implements Lexer {
  @Override
  public void line(int start, int end, SpanWriter out) {
    out.write(null, start, end);
  }
}
