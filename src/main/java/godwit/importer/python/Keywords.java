package godwit.importer.python;

import godwit.importer.python.Token.Kind;
import java.util.Set;

/// The words of Python that are no names.
final class Keywords {
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private Keywords() {}

  /// Whether a token is one of them.
  static boolean hold(Token token) {
    return token.kind() == Kind.NAME && WORDS.contains(token.text());
  }
}
