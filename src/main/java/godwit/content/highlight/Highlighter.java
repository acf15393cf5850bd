package godwit.content.highlight;

import java.util.Optional;
import java.util.function.Supplier;

/// Colours source code: HTML with a `span` around each token that has a [TokenClass].
///
/// Has no state, so that one may serve all threads.
public final class Highlighter {
  /// A longer line is data and not something to read, and stays plain. The time that some lexers
  /// take grows with the square of a line's length.
  static final int MAX_LINE_LENGTH = 1_000;

  /// Cheap: a language is loaded when it is first met.
  public Highlighter() {}

  /// Whether [#highlight] has a lexer for this name.
  ///
  /// @param language a name as authors write it after a fence, in any case: `java`, `sh`, `c++`
  public boolean knows(String language) {
    return Language.named(language) != null;
  }

  /// The code as HTML, to be put into `<pre><code>`: escaped, with `<span class="…">` around
  /// tokens, and with no span going over a line's end. Its text is the code, to the character.
  ///
  /// @param language as for [#knows]
  /// @param code with `\n` for line ends
  /// @return empty if the language is not known or its lexer gave up; the code is then shown plain
  public Optional<String> highlight(String language, String code) {
    Language known = Language.named(language);
    return known == null ? Optional.empty() : highlight(() -> known.lexer(code), code);
  }

  /// Empty if the lexer gives up: a defect of one must not cost the author the page.
  static Optional<String> highlight(Supplier<Lexer> lexer, String code) {
    try {
      return Optional.of(highlight(lexer.get(), code));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static String highlight(Lexer lexer, String code) {
    SpanWriter out = new SpanWriter(code);
    int start = 0;
    for (int end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', start)) {
      line(lexer, start, end, out);
      out.endLine();
      start = end + 1;
    }
    if (start < code.length()) {
      line(lexer, start, code.length(), out);
    }
    return out.finish();
  }

  private static void line(Lexer lexer, int start, int end, SpanWriter out) {
    if (end - start > MAX_LINE_LENGTH) {
      out.write(null, start, end);
    } else {
      lexer.line(start, end, out);
    }
  }
}
