package godwit.content.highlight;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Colours source code: HTML with a `span` around each token that has a [TokenClass].
///
/// Has no state, so that one may serve all threads.
public final class Highlighter {
  /// A line of more characters is data and not something to read. The lexers take a time that grows
  /// with the square of a line's length.
  static final int MAX_LINE_LENGTH = 5_000;

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
    return known == null ? Optional.empty() : Optional.ofNullable(highlight(known, code));
  }

  private static @Nullable String highlight(Language language, String code) {
    try {
      return highlight(language.lexer(code), code);
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of a lexer must not cost the author the page.
      return null;
    }
  }

  private static @Nullable String highlight(Lexer lexer, String code) {
    SpanWriter out = new SpanWriter(code);
    int start = 0;
    for (int end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', start)) {
      if (end - start > MAX_LINE_LENGTH) {
        return null;
      }
      lexer.line(start, end, out);
      out.endLine();
      start = end + 1;
    }
    if (code.length() - start > MAX_LINE_LENGTH) {
      return null;
    }
    if (start < code.length()) {
      lexer.line(start, code.length(), out);
    }
    return out.finish();
  }
}
