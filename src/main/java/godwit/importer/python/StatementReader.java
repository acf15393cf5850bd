package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.Token.Kind;
import java.util.Optional;
import java.util.Set;

/// Goes through the statements of a module as if it ran them, as far as that can be told.
final class StatementReader {
  /// Their blocks are run or not, once or often.
  private static final Set<String> OPEN_BLOCKS = Set.of("for", "while", "try", "with", "async");

  private static final Set<String> CLAUSES = Set.of("elif", "else", "except", "finally", "case");

  private final Tokens tokens;
  private final Scope scope;
  private final ExpressionReader expressions;
  private final AssignmentReader assignments;
  private final ImportReader imports;
  private final OpenBlock openBlocks;

  StatementReader(Tokens tokens, Scope scope, Functions functions, ImportReader imports) {
    this.tokens = tokens;
    this.scope = scope;
    this.expressions = new ExpressionReader(tokens, scope, functions);
    this.assignments = new AssignmentReader(tokens, scope, functions, expressions);
    this.imports = imports;
    this.openBlocks = new OpenBlock(tokens, scope, imports);
  }

  /// Reads all of them.
  void run() throws PythonException {
    while (tokens.peek().kind() != Kind.END) {
      statement();
    }
  }

  private void statement() throws PythonException {
    Token token = tokens.peek();
    if (token.is("if")) {
      conditional();
    } else if (token.is("def") || token.is("class")) {
      definition();
    } else if (token.is("@")) {
      tokens.next();
      expressions.expression();
      endOfLine();
    } else if ((OPEN_BLOCKS.contains(token.text()) && token.kind() == Kind.NAME) || isMatch()) {
      if (token.is("async") && tokens.peek(1).is("def")) {
        tokens.next();
        definition();
      } else {
        openBlocks.pass(token.text());
        clauses();
      }
    } else {
      simpleLine();
    }
  }

  /// `match` is a keyword only where a block follows.
  private boolean isMatch() {
    if (!tokens.peek().is("match") || tokens.peek(1).endsLine() || tokens.peek(1).is("=")) {
      return false;
    }
    int last = 1;
    while (!tokens.peek(last).endsLine()) {
      last++;
    }
    return tokens.peek(last - 1).is(":") && tokens.peek(last + 1).kind() == Kind.INDENT;
  }

  /// The other clauses of a statement that may or may not be run.
  private void clauses() throws PythonException {
    while (CLAUSES.contains(tokens.peek().text()) && tokens.peek().kind() == Kind.NAME) {
      openBlocks.pass(tokens.peek().text());
    }
  }

  private void definition() throws PythonException {
    boolean isClass = tokens.next().is("class");
    Token name = tokens.expectName();
    SourcePosition position = tokens.position(name);
    scope.assign(
        name.text(), position, new Unread(position, isClass ? "is a class" : "is a function"));
    openBlocks.passUnseen();
  }

  /// An `if` whose condition is known is followed, any other may be run or not.
  private void conditional() throws PythonException {
    boolean isDone = false;
    boolean isOpen = false;
    do {
      boolean isElse = tokens.next().is("else");
      Optional<Boolean> condition = isElse ? Optional.of(true) : expressions.expression().truth();
      isOpen |= condition.isEmpty();
      if (isDone || (!isOpen && !condition.orElse(false))) {
        openBlocks.passUnseen();
      } else if (isOpen) {
        openBlocks.pass("if");
      } else {
        isDone = true;
        block();
      }
    } while (tokens.peek().is("elif") || tokens.peek().is("else"));
  }

  /// A colon, and the statements below it or on its line.
  private void block() throws PythonException {
    tokens.expect(":");
    if (tokens.peek().kind() != Kind.NEWLINE) {
      simpleLine();
      return;
    }
    tokens.next();
    if (tokens.peek().kind() != Kind.INDENT) {
      throw tokens.unexpected("a block is indented");
    }
    tokens.next();
    while (tokens.peek().kind() != Kind.DEDENT) {
      statement();
    }
    tokens.next();
  }

  private void simpleLine() throws PythonException {
    simple();
    while (tokens.take(";")) {
      if (tokens.peek().kind() == Kind.NEWLINE) {
        break;
      }
      simple();
    }
    endOfLine();
  }

  private void endOfLine() throws PythonException {
    if (tokens.peek().kind() != Kind.NEWLINE) {
      throw tokens.unexpected(
          tokens.peek().kind() == Kind.STRING || tokens.peek().kind() == Kind.NAME
              ? "put text into quotes, and a comma between two values"
              : null);
    }
    tokens.next();
  }

  private void simple() throws PythonException {
    Token token = tokens.peek();
    String word = token.kind() == Kind.NAME ? token.text() : "";
    switch (word) {
      case "pass", "break", "continue" -> tokens.next();
      case "import" -> imports.names(tokens, scope);
      case "from" -> imports.from(tokens, scope);
      case "del" -> assignments.delete();
      case "global", "nonlocal" -> {
        do {
          tokens.next();
          tokens.expectName();
        } while (tokens.peek().is(","));
      }
      case "assert", "raise", "return" -> {
        tokens.next();
        while (!tokens.peek().endsLine() && !tokens.peek().is(";")) {
          expressions.expressions();
          if (!tokens.take("from")) {
            break;
          }
        }
      }
      default -> {
        imports.tellOfFarReaching(tokens);
        assignments.read();
      }
    }
  }
}
