package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.Functions.Arguments;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads assignments in all their forms, and calls that change a list or a dict in place.
final class AssignmentReader {
  private static final Set<String> AUGMENTED =
      Set.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", "<<=", ">>=", "**=");
  private static final Set<String> CHANGING = Set.of("append", "extend", "update");

  /// A place that is assigned to.
  ///
  /// @param start the offset of its first token
  /// @param end that of the token behind it
  private record Target(int start, int end) {}

  private final Tokens tokens;
  private final Scope scope;
  private final Functions functions;
  private final ExpressionReader expressions;

  AssignmentReader(Tokens tokens, Scope scope, Functions functions, ExpressionReader expressions) {
    this.tokens = tokens;
    this.scope = scope;
    this.functions = functions;
    this.expressions = expressions;
  }

  /// Reads an assignment, or an expression that stands alone.
  void read() throws PythonException {
    Token first = tokens.peek();
    if (isChange()) {
      change();
      return;
    }
    List<Target> targets = new ArrayList<>();
    int start = tokens.offset();
    PythonValue value = expressions.expressions();
    if (tokens.peek().kind() == Kind.OPERATOR && AUGMENTED.contains(tokens.peek().text())) {
      Target target = target(start);
      String operator = tokens.next().text();
      augment(target, operator, value, expressions.expressions());
      return;
    }
    if (tokens.peek().is(":")) {
      targets.add(target(start));
      tokens.next();
      expressions.expression();
      if (!tokens.take("=")) {
        return;
      }
      assign(targets.getFirst(), expressions.expressions());
      return;
    }
    while (tokens.peek().is("=")) {
      targets.add(target(start));
      tokens.next();
      start = tokens.offset();
      value = expressions.expressions();
    }
    for (Target target : targets) {
      assign(target, value);
    }
    if (targets.isEmpty() && first.kind() == Kind.NAME && start + 1 < tokens.offset()) {
      unknown(first, "is changed by a call"); // a call of its method may change it
    }
  }

  private Target target(int start) throws PythonException {
    Token first = tokens.peek(start - tokens.offset());
    boolean isPlace =
        first.kind() == Kind.NAME
            ? !Set.of("True", "False", "None").contains(first.text())
            : first.is("(") || first.is("[") || first.is("*");
    if (!isPlace) {
      throw new PythonException(
          Tokenizer.error(
              tokens.position(first), first.shown() + " cannot be given a value", null));
    }
    return new Target(start, tokens.offset());
  }

  /// Whether a list or a dict that is known is changed by one of the methods that are understood.
  private boolean isChange() {
    return tokens.peek().kind() == Kind.NAME
        && tokens.peek(1).is(".")
        && CHANGING.contains(tokens.peek(2).text())
        && tokens.peek(3).is("(")
        && (scope.value(tokens.peek().text()) instanceof Sequence
            || scope.value(tokens.peek().text()) instanceof Mapping);
  }

  private void change() throws PythonException {
    Token name = tokens.next();
    tokens.next();
    String method = tokens.next().text();
    SourcePosition position = tokens.position(name);
    Arguments arguments = expressions.arguments();
    PythonValue old = scope.value(name.text());
    PythonValue changed = new Unread(position, "is changed by ." + method + "()");
    if (old instanceof Sequence sequence
        && arguments.positional().size() == 1
        && !method.equals("update")) {
      PythonValue given = arguments.positional().getFirst();
      PythonValue added =
          method.equals("append")
              ? PythonValue.sequence(position, sequence.form(), List.of(given))
              : functions.call(
                  position, sequence.form() == Form.LIST ? "list" : "tuple", arguments);
      changed = Operators.plus(sequence, added);
    } else if (old instanceof Mapping && method.equals("update")) {
      PythonValue given = dict(position, arguments);
      changed =
          given instanceof Unread unread
              ? Operators.withMore(old, unread)
              : Operators.merged(old, given);
    }
    if (old != null) {
      scope.change(old, changed);
      scope.assign(name.text(), position, changed);
    }
    if (!tokens.peek().endsLine() && !tokens.peek().is(";")) {
      throw tokens.unexpected(null);
    }
  }

  /// What `update` is given. A dict may have parts that are not known.
  private PythonValue dict(SourcePosition position, Arguments arguments) {
    return arguments.named().isEmpty()
            && arguments.positional().size() == 1
            && arguments.positional().getFirst() instanceof Mapping mapping
        ? mapping
        : functions.call(position, "dict", arguments);
  }

  private void augment(Target target, String operator, PythonValue old, PythonValue given) {
    Token name = token(target, 0);
    PythonValue changed =
        switch (operator) {
          case "+=" -> Operators.plus(old, list(old, given));
          case "|=" -> Operators.merged(old, given);
          default ->
              new Unread(tokens.position(name), "is changed with the operator '" + operator + "'");
        };
    if (target.end() - target.start() == 1) {
      if (old instanceof Sequence || old instanceof Mapping) {
        scope.change(old, changed);
      }
      scope.assign(name.text(), tokens.position(name), changed);
    } else {
      unknown(name, "is changed in one of its parts");
    }
  }

  /// A list takes any sequence with `+=`.
  private static PythonValue list(PythonValue old, PythonValue given) {
    return old instanceof Sequence to && to.form() == Form.LIST && given instanceof Sequence from
        ? PythonValue.sequence(given.position(), Form.LIST, from.elements())
        : given;
  }

  private Token token(Target target, int index) {
    return tokens.peek(target.start() + index - tokens.offset());
  }

  private void assign(Target target, PythonValue value) throws PythonException {
    Token first = token(target, 0);
    int length = target.end() - target.start();
    if (length == 1 && first.kind() == Kind.NAME) {
      scope.assign(first.text(), tokens.position(first), value);
    } else if (token(target, 1).is("[") && first.kind() == Kind.NAME) {
      Tokens inside = tokens.part(target.start() + 2, target.end() - 1);
      PythonValue key = new ExpressionReader(inside, scope, functions).expression();
      PythonValue old = scope.value(first.text());
      if (inside.peek().kind() == Kind.END && old instanceof Mapping) {
        PythonValue added =
            PythonValue.mapping(tokens.position(first), List.of(new Entry(key, value)));
        PythonValue changed = Operators.merged(old, added);
        scope.change(old, changed);
        scope.assign(first.text(), tokens.position(first), changed);
      } else {
        unknown(first, "is changed in one of its parts");
      }
    } else {
      several(target, value);
    }
  }

  /// `A, B = …`; anything but names with commas between them is not worked out.
  private void several(Target target, PythonValue value) {
    List<Token> names = new ArrayList<>();
    boolean isPlain = true;
    for (int i = 0; i < target.end() - target.start(); i++) {
      Token token = token(target, i);
      if (token.kind() == Kind.NAME) {
        names.add(token);
      }
      isPlain &=
          token.kind() == Kind.NAME || Set.of(",", "(", ")", "[", "]").contains(token.text());
      isPlain &= !(token.is("[") && i > 0 && token(target, i - 1).kind() == Kind.NAME);
    }
    boolean fits = value instanceof Sequence given && given.elements().size() == names.size();
    for (int i = 0; i < names.size(); i++) {
      Token name = names.get(i);
      SourcePosition position = tokens.position(name);
      PythonValue one =
          isPlain && fits && value instanceof Sequence given
              ? given.elements().get(i)
              : value.unread().orElse(new Unread(position, "is a part of another value"));
      scope.assign(name.text(), position, one);
    }
  }

  /// Says that a name has no value that could be told any more; if it had one.
  private void unknown(Token name, String reason) {
    PythonValue old = scope.value(name.text());
    if (old instanceof Sequence || old instanceof Mapping) {
      SourcePosition position = tokens.position(name);
      Unread unread = new Unread(position, reason);
      scope.change(old, unread);
      scope.assign(name.text(), position, unread);
    }
  }

  /// `del NAME`, `del NAME['key']`.
  void delete() throws PythonException {
    do {
      tokens.next();
      Token name = tokens.peek();
      int start = tokens.offset();
      expressions.expression();
      if (tokens.offset() == start + 1) {
        scope.remove(name.text());
      } else {
        unknown(name, "is changed by 'del'");
      }
    } while (tokens.peek().is(","));
  }
}
