package godwit.content.highlight;

/// Tells what the pieces of a line are. Made for one piece of code and used by one thread: it
/// carries from line to line whether a comment or a string is still open.
interface Lexer {
  /// Writes the next line, the code from `start` to before `end`, without its line end.
  void line(int start, int end, SpanWriter out);
}
