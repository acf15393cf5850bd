package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.Token.Kind;
import java.util.Set;

/// Passes blocks of which cannot be told whether they are run. What they assign is not known then.
final class OpenBlock {
  private static final Set<String> ASSIGNING =
      Set.of("=", "+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", "<<=", ">>=", "**=");

  private final Tokens tokens;
  private final Scope scope;
  private final ImportReader imports;

  OpenBlock(Tokens tokens, Scope scope, ImportReader imports) {
    this.tokens = tokens;
    this.scope = scope;
    this.imports = imports;
  }

  /// Passes the header and the block of a statement; its names are no longer known.
  ///
  /// @param word the statement's first
  void pass(String word) throws PythonException {
    pass(word, true);
  }

  /// Passes a block that is not run, or has names of its own; from the header's rest on.
  void passUnseen() throws PythonException {
    pass("", false);
  }

  private void pass(String word, boolean isSeen) throws PythonException {
    header();
    boolean isOneLine = tokens.peek().kind() != Kind.NEWLINE;
    if (!isOneLine) {
      tokens.next();
      if (tokens.peek().kind() != Kind.INDENT) {
        throw tokens.unexpected("a block is indented");
      }
    }
    int depth = 0;
    boolean atStart = true;
    Token token;
    do {
      if (atStart && isSeen && tokens.peek().kind() == Kind.NAME) {
        statement(word);
      } else if (atStart && tokens.peek().is("global")) {
        global();
      }
      token = tokens.next();
      depth += token.kind() == Kind.INDENT ? 1 : token.kind() == Kind.DEDENT ? -1 : 0;
      atStart = startsStatement(token);
    } while (isOneLine ? token.kind() != Kind.NEWLINE : depth > 0);
  }

  /// What a function says that it changes outside of itself; whether it is called is not known.
  private void global() {
    for (int at = 1; !tokens.peek(at).endsLine() && !tokens.peek(at).is(";"); at++) {
      Token token = tokens.peek(at);
      if (token.kind() == Kind.NAME) {
        SourcePosition position = tokens.position(token);
        scope.assign(
            token.text(), position, new Unread(position, "may be set by a function: 'global'"));
      }
    }
  }

  private static boolean startsStatement(Token token) {
    return switch (token.kind()) {
      case NEWLINE, INDENT, DEDENT -> true;
      case OPERATOR -> token.is(";") || token.is(":");
      case NAME, NUMBER, STRING, END -> false;
    };
  }

  /// Goes behind the colon of the header.
  private void header() throws PythonException {
    int brackets = 0;
    int lambdas = 0;
    while (true) {
      Token token = tokens.peek();
      if (token.endsLine()) {
        throw tokens.unexpected("':' is expected");
      }
      tokens.next();
      if (token.kind() == Kind.OPERATOR && "([{".contains(token.text())) {
        brackets++;
      } else if (token.kind() == Kind.OPERATOR && ")]}".contains(token.text())) {
        brackets--;
      } else if (token.is("lambda") && brackets == 0) {
        lambdas++;
      } else if (token.is(":") && brackets == 0 && lambdas-- == 0) {
        return;
      }
    }
  }

  /// What a statement of the block does to names.
  private void statement(String word) {
    Token first = tokens.peek();
    SourcePosition position = tokens.position(first);
    if (first.is("from")) {
      int at = 1;
      while (!tokens.peek(at).endsLine()) {
        if (tokens.peek(at).is("*")) {
          imports.cannotTell(
              position, "whether this import is done is not known: it stands below '" + word + "'");
        }
        at++;
      }
      return;
    }
    imports.tellOfFarReaching(tokens);
    Token second = tokens.peek(1);
    PythonValue old = scope.value(first.text());
    if (old != null && adds(old, second, tokens.peek(2))) {
      Unread more = new Unread(position, "is added below '" + word + "', which may be run or not");
      scope.change(old, Operators.withMore(old, more));
      return;
    }
    boolean isChanged =
        ASSIGNING.contains(second.text())
            || second.is(",")
            || ((second.is(".") || second.is("[")) && old != null)
            || (second.is(":") && !Keywords.hold(first));
    if (isChanged) {
      int at = 0;
      while (!tokens.peek(at).endsLine() && !tokens.peek(at).is("=")) {
        Token token = tokens.peek(at);
        if (token.kind() == Kind.NAME && (at == 0 || tokens.peek(at - 1).is(","))) {
          scope.assign(
              token.text(),
              tokens.position(token),
              new Unread(position, "is set below '" + word + "', which may be run or not"));
        }
        at++;
      }
    }
  }

  /// Whether a dict or a list only gets more by what follows its name.
  private static boolean adds(PythonValue old, Token second, Token third) {
    return switch (old) {
      case Mapping _ -> second.is("[") || (second.is(".") && third.is("update"));
      case Sequence _ ->
          second.is("+=") || (second.is(".") && (third.is("append") || third.is("extend")));
      case PythonValue.Text _,
          PythonValue.Bytes _,
          PythonValue.WholeNumber _,
          PythonValue.Decimal _,
          PythonValue.Truth _,
          PythonValue.Nothing _,
          Unread _ ->
          false;
    };
  }
}
