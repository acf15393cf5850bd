package godwit.content.highlight;

import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/// A lexer of rsyntaxtextarea's.
final class TokenMakerLexer implements Lexer {
  private final TokenMaker tokenMaker;
  private final Segment segment = new Segment();

  /// The type of the last token of the line before: what a new line begins in.
  private int state = TokenTypes.NULL;

  /// @param text what the token maker is given to read: the code, or something as long that it
  ///   understands better
  TokenMakerLexer(TokenMaker tokenMaker, String text) {
    this.tokenMaker = tokenMaker;
    // One character more: some token makers look at the one after a line.
    segment.array = new char[text.length() + 1];
    text.getChars(0, text.length(), segment.array, 0);
    segment.array[text.length()] = '\n';
  }

  /// Makes this lexer begin as if this line had been read: code is often shown without the line
  /// that a file of its language begins with.
  TokenMakerLexer after(String line) {
    Segment before = new Segment(line.toCharArray(), 0, line.length());
    state = tokenMaker.getLastTokenTypeOnLine(before, TokenTypes.NULL);
    return this;
  }

  /// Whether the next line begins within something, like a string over several lines.
  boolean isWithinToken() {
    return state != TokenTypes.NULL;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // whether the token is of this very segment
  public void line(int start, int end, SpanWriter out) {
    segment.offset = start;
    segment.count = end - start;
    int at = start;
    Token token = tokenMaker.getTokenList(segment, state, 0);
    while (token != null) {
      state = token.getType();
      if (token.isPaintable() && token.getTextArray() == segment.array) {
        // Each character is written once, whatever a token maker says about it.
        int from = Math.clamp(token.getTextOffset(), at, end);
        int to = Math.clamp(token.getTextOffset() + token.length(), from, end);
        out.write(null, at, from);
        out.write(TokenClass.of(token.getType()), from, to);
        at = to;
      }
      token = token.getNextToken();
    }
    out.write(null, at, end);
  }
}
