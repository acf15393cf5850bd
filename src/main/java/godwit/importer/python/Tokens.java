package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in the tokens of a file, which goes forward.
final class Tokens {
  private final String file;
  private final List<Token> all;
  private int at;

  Tokens(String file, List<Token> all) {
    this.file = file;
    this.all = List.copyOf(all);
  }

  Token peek() {
    return all.get(at);
  }

  /// The token that many places further, or the last one.
  Token peek(int further) {
    return all.get(Math.min(at + further, all.size() - 1));
  }

  Token next() {
    Token token = all.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  /// Goes past this operator or keyword if it is next.
  boolean take(String operatorOrKeyword) {
    if (peek().is(operatorOrKeyword)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String operatorOrKeyword) throws PythonException {
    if (!take(operatorOrKeyword)) {
      throw unexpected("'" + operatorOrKeyword + "' is expected");
    }
  }

  Token expectName() throws PythonException {
    if (peek().kind() != Kind.NAME) {
      throw unexpected("a name is expected");
    }
    return next();
  }

  int offset() {
    return at;
  }

  /// Tokens from one offset to another, as a program of their own.
  Tokens part(int start, int end) {
    Token last = all.get(end);
    List<Token> tokens = new ArrayList<>(all.subList(start, end));
    tokens.add(new Token(Kind.END, "", null, last.line(), last.column()));
    return new Tokens(file, tokens);
  }

  SourcePosition position() {
    return position(peek());
  }

  SourcePosition position(Token token) {
    return new SourcePosition(file, token.line(), token.column());
  }

  /// That the next token cannot stand here.
  PythonException unexpected(@Nullable String hint) {
    return new PythonException(
        Tokenizer.error(
            position(), "this is not Python: " + peek().shown() + " stands here", hint));
  }
}
