package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Functions.Arguments;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Nothing;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Truth;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads expressions. Every expression of Python is passed in whole; which of them have a value is
/// said in [Operators] and [Functions]. The nesting of brackets bounds the recursion.
final class ExpressionReader {
  private final Tokens tokens;
  private final Scope scope;
  private final Functions functions;

  ExpressionReader(Tokens tokens, Scope scope, Functions functions) {
    this.tokens = tokens;
    this.scope = scope;
    this.functions = functions;
  }

  /// An expression, or several with commas between them, which are a tuple.
  PythonValue expressions() throws PythonException {
    SourcePosition position = tokens.position();
    List<PythonValue> values = new ArrayList<>();
    boolean isTuple = element(values);
    while (tokens.take(",")) {
      isTuple = true;
      if (!startsExpression()) {
        break;
      }
      isTuple |= element(values);
    }
    return isTuple ? PythonValue.sequence(position, Form.TUPLE, values) : values.getFirst();
  }

  private boolean startsExpression() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER, STRING -> true;
      case NAME ->
          !Keywords.hold(token) || Set.of("not", "lambda", "await", "yield").contains(token.text());
      case OPERATOR -> Set.of("(", "[", "{", "-", "+", "~", "*", "...").contains(token.text());
      case NEWLINE, INDENT, DEDENT, END -> false;
    };
  }

  /// One value, or those of a starred one. @return whether it was starred
  private boolean element(List<PythonValue> values) throws PythonException {
    if (!tokens.take("*")) {
      values.add(expression(false));
      return false;
    }
    PythonValue starred = expression(false);
    if (starred instanceof Sequence sequence) {
      values.addAll(sequence.elements());
    } else {
      values.add(
          starred.unread().orElse(new Unread(starred.position(), "spreads what is no list")));
    }
    return true;
  }

  PythonValue expression() throws PythonException {
    return expression(false);
  }

  /// @param mayEndInIf whether an `if` needs no `else`, as behind the `in` of a comprehension
  private PythonValue expression(boolean mayEndInIf) throws PythonException {
    List<PythonValue> operands = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    int openIfs = 0;
    while (true) {
      operands.add(operand());
      Token token = tokens.peek();
      boolean isNotIn = token.is("not") && tokens.peek(1).is("in");
      boolean isBinary =
          isNotIn || (token.is(token.text()) && Operators.BINARY.contains(token.text()));
      if (!isBinary || (token.is("else") && openIfs == 0)) {
        break;
      }
      openIfs += token.is("if") ? 1 : token.is("else") ? -1 : 0;
      tokens.next();
      if (isNotIn || token.is("is")) {
        tokens.take(isNotIn ? "in" : "not");
      }
      operators.add(token.text());
    }
    if (openIfs > 0 && !mayEndInIf) {
      throw tokens.unexpected("an 'if' within an expression needs an 'else'");
    }
    return Operators.row(operands, operators);
  }

  /// What stands between binary operators, with its unary ones.
  private PythonValue operand() throws PythonException {
    Deque<Token> prefixes = new ArrayDeque<>();
    while (true) {
      Token token = tokens.peek();
      if (token.is("-") || token.is("+") || token.is("~") || token.is("not") || token.is("await")) {
        prefixes.push(tokens.next());
      } else if (token.is("lambda")) {
        prefixes.push(tokens.next());
        passParameters();
      } else if (token.is("yield")) {
        prefixes.push(tokens.next());
        tokens.take("from");
      } else {
        break;
      }
    }
    PythonValue value = primary();
    while (!prefixes.isEmpty()) {
      Token prefix = prefixes.pop();
      SourcePosition position = tokens.position(prefix);
      value =
          switch (prefix.text()) {
            case "lambda" -> new Unread(position, "is a function");
            case "await", "yield" -> new Unread(position, "is only known when it is run");
            default -> Operators.unary(position, prefix.text(), value);
          };
    }
    return value;
  }

  /// The parameters of a lambda, and the colon behind them.
  private void passParameters() throws PythonException {
    int depth = 0;
    while (!(tokens.peek().is(":") && depth == 0)) {
      Token token = tokens.peek();
      if (token.endsLine()) {
        throw tokens.unexpected("':' is expected");
      }
      depth += "([{".contains(token.text()) && token.kind() == Kind.OPERATOR ? 1 : 0;
      depth -= ")]}".contains(token.text()) && token.kind() == Kind.OPERATOR ? 1 : 0;
      tokens.next();
    }
    tokens.next();
  }

  /// An atom with what follows it: `.name`, `(…)`, `[…]`.
  private PythonValue primary() throws PythonException {
    Token first = tokens.peek();
    SourcePosition position = tokens.position();
    String qualified =
        first.kind() == Kind.NAME && !Keywords.hold(first) ? scope.qualified(first.text()) : "";
    PythonValue value = atom();
    while (true) {
      if (tokens.take(".")) {
        String name = tokens.expectName().text();
        qualified = qualified.isEmpty() ? "" : qualified + "." + name;
        if (value instanceof Text text && tokens.peek().is("(")) {
          value = method(text, name, qualified);
          qualified = "";
          continue;
        }
        value = value.unread().orElse(new Unread(position, "is an attribute, ." + name));
      } else if (tokens.peek().is("(")) {
        Arguments arguments = arguments();
        value =
            qualified.isEmpty()
                ? new Unread(position, "is made by a call")
                : functions.call(position, qualified, arguments);
        qualified = "";
      } else if (tokens.take("[")) {
        value = subscript(position, value);
        qualified = "";
      } else {
        return value;
      }
    }
  }

  /// A call of a text's method, from its opening parenthesis on.
  private PythonValue method(Text text, String name, String qualified) throws PythonException {
    PythonValue result = TextMethods.call(text, name, arguments());
    String whose = qualified.isEmpty() ? "" : " of " + qualified + "()";
    return result != null ? result : new Unread(text.position(), "is made by a call" + whose);
  }

  /// The arguments of a call, from its opening parenthesis on.
  Arguments arguments() throws PythonException {
    tokens.expect("(");
    List<PythonValue> positional = new ArrayList<>();
    Map<String, PythonValue> named = new LinkedHashMap<>();
    while (!tokens.take(")")) {
      SourcePosition position = tokens.position();
      if (tokens.take("**")) {
        positional.add(new Unread(position, "spreads a mapping"));
        expression();
      } else if (tokens.peek().kind() == Kind.NAME && tokens.peek(1).is("=")) {
        String name = tokens.next().text();
        tokens.next();
        named.put(name, expression());
      } else {
        element(positional);
        if (comprehension()) {
          positional.add(new Unread(position, "is made by a comprehension"));
        }
      }
      if (!tokens.peek().is(")")) {
        tokens.expect(",");
      }
    }
    return new Arguments(positional, named);
  }

  private PythonValue subscript(SourcePosition position, PythonValue value) throws PythonException {
    boolean isSlice = false;
    PythonValue key = null;
    while (!tokens.take("]")) {
      if (tokens.take(":") || tokens.take(",")) {
        isSlice = true;
      } else {
        List<PythonValue> keys = new ArrayList<>();
        isSlice |= element(keys);
        key = keys.isEmpty() ? null : keys.getFirst();
      }
    }
    if (key == null && !isSlice) {
      throw tokens.unexpected("a key is missing before it");
    }
    PythonValue found = isSlice || key == null ? null : Subscript.of(value, key);
    return found != null
        ? found
        : value.unread().orElse(new Unread(position, "is a part of another value"));
  }

  private PythonValue atom() throws PythonException {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case STRING -> new LiteralReader(tokens, scope).strings();
      case NUMBER -> new LiteralReader(tokens, scope).number();
      case NAME -> {
        if (Keywords.hold(token)) {
          throw tokens.unexpected(null);
        }
        yield name(tokens.next());
      }
      case OPERATOR -> bracketed();
      case NEWLINE, INDENT, DEDENT, END -> throw tokens.unexpected("a value is expected");
    };
  }

  private PythonValue bracketed() throws PythonException {
    SourcePosition position = tokens.position();
    if (tokens.take("...")) {
      return new Unread(position, "is '...'");
    }
    if (tokens.take("(")) {
      return parenthesized(position);
    }
    if (tokens.take("{")) {
      return new BraceReader(tokens, this).read(position);
    }
    if (!tokens.take("[")) {
      throw tokens.unexpected(null);
    }
    List<PythonValue> values = new ArrayList<>();
    Unread comprehension = elements("]", values, position);
    return comprehension != null
        ? comprehension
        : PythonValue.sequence(position, Form.LIST, values);
  }

  private PythonValue name(Token token) {
    SourcePosition position = tokens.position(token);
    return switch (token.text()) {
      case "True" -> new Truth(position, true);
      case "False" -> new Truth(position, false);
      case "None" -> new Nothing(position);
      default -> {
        PythonValue value = scope.value(token.text());
        yield value != null
            ? value
            : new Unread(
                position,
                scope.isImported(token.text())
                    ? "is imported: " + scope.qualified(token.text())
                    : "refers to '" + token.text() + "', which has no value here");
      }
    };
  }

  /// What is in parentheses; the opening one is passed.
  private PythonValue parenthesized(SourcePosition position) throws PythonException {
    List<PythonValue> values = new ArrayList<>();
    if (tokens.take(")")) {
      return PythonValue.sequence(position, Form.TUPLE, values);
    }
    boolean isTuple = element(values);
    if (comprehension()) {
      tokens.expect(")");
      return new Unread(position, "is made by a comprehension");
    }
    if (tokens.take(")")) {
      return isTuple ? PythonValue.sequence(position, Form.TUPLE, values) : values.getFirst();
    }
    tokens.expect(",");
    elements(")", values, position);
    return PythonValue.sequence(position, Form.TUPLE, values);
  }

  /// Elements up to the closing bracket.
  ///
  /// @return what stands for all of them if they are made by a comprehension, else null
  @Nullable Unread elements(String end, List<PythonValue> values, SourcePosition position)
      throws PythonException {
    while (!tokens.take(end)) {
      element(values);
      if (comprehension()) {
        tokens.expect(end);
        return new Unread(position, "is made by a comprehension");
      }
      if (!tokens.peek().is(end)) {
        tokens.expect(",");
      }
    }
    return null;
  }

  /// Passes the `for … in … if …` of a comprehension. @return whether there was one
  boolean comprehension() throws PythonException {
    boolean found = false;
    while (tokens.peek().is("for") || tokens.peek().is("async")) {
      found = true;
      tokens.take("async");
      tokens.expect("for");
      do {
        if (tokens.peek().is("in")) {
          break;
        }
        tokens.take("*");
        primary();
      } while (tokens.take(","));
      tokens.expect("in");
      expression(true);
    }
    return found;
  }
}
