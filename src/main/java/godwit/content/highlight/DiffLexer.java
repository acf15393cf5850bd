package godwit.content.highlight;

import org.jspecify.annotations.Nullable;

/// The output of `diff`, `diff -u` and `git diff`.
final class DiffLexer implements Lexer {
  private final String code;

  DiffLexer(String code) {
    this.code = code;
  }

  @Override
  public void line(int start, int end, SpanWriter out) {
    out.write(classOf(code.substring(start, end)), start, end);
  }

  private static @Nullable TokenClass classOf(String line) {
    if (line.startsWith("@@")
        || line.startsWith("--- ")
        || line.startsWith("+++ ")
        || line.startsWith("diff ")
        || line.startsWith("index ")) {
      return TokenClass.PREPROCESSOR;
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+', '>' -> TokenClass.INSERTED;
      case '-', '<' -> TokenClass.DELETED;
      case '\\' -> TokenClass.COMMENT;
      default -> null;
    };
  }
}
