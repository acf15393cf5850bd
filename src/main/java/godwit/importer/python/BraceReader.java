package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Unread;
import java.util.ArrayList;
import java.util.List;

/// Reads what is in braces: a dict or a set.
final class BraceReader {
  private final Tokens tokens;
  private final ExpressionReader expressions;

  BraceReader(Tokens tokens, ExpressionReader expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /// @param position of the opening brace, which is passed
  PythonValue read(SourcePosition position) throws PythonException {
    List<Entry> entries = new ArrayList<>();
    while (!tokens.take("}")) {
      if (tokens.take("**")) {
        PythonValue spread = expressions.expression();
        if (spread instanceof Mapping mapping) {
          entries.addAll(mapping.entries());
        } else {
          Unread unread =
              spread.unread().orElse(new Unread(spread.position(), "spreads what is no dict"));
          entries.add(new Entry(unread, unread));
        }
      } else {
        if (entries.isEmpty() && tokens.peek().is("*")) {
          return set(position, new ArrayList<>());
        }
        PythonValue key = expressions.expression();
        if (entries.isEmpty() && !tokens.peek().is(":")) {
          return set(position, new ArrayList<>(List.of(key)));
        }
        tokens.expect(":");
        entries.add(new Entry(key, expressions.expression()));
        if (expressions.comprehension()) {
          tokens.expect("}");
          Unread unread = new Unread(position, "is made by a comprehension");
          return PythonValue.mapping(position, List.of(new Entry(unread, unread)));
        }
      }
      if (!tokens.peek().is("}")) {
        tokens.expect(",");
      }
    }
    return PythonValue.mapping(position, entries);
  }

  /// The rest of a set.
  private PythonValue set(SourcePosition position, List<PythonValue> values)
      throws PythonException {
    if (expressions.comprehension()) {
      tokens.expect("}");
      return new Unread(position, "is made by a comprehension");
    }
    if (!values.isEmpty() && !tokens.peek().is("}")) {
      tokens.expect(",");
    }
    Unread comprehension = expressions.elements("}", values, position);
    return comprehension != null ? comprehension : PythonValue.sequence(position, Form.SET, values);
  }
}
