package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Decimal;
import godwit.importer.python.PythonValue.Entry;
import godwit.importer.python.PythonValue.Form;
import godwit.importer.python.PythonValue.Mapping;
import godwit.importer.python.PythonValue.Sequence;
import godwit.importer.python.PythonValue.Text;
import godwit.importer.python.PythonValue.Truth;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.PythonValue.WholeNumber;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What operators make of values that are known.
final class Operators {
  /// Those between two operands, `if` and `else` among them.
  static final Set<String> BINARY =
      Set.of(
          "+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "&", "|", "^", "<", ">", "<=", ">=",
          "==", "!=", "and", "or", "in", "is", "if", "else", ":=");

  private Operators() {}

  /// The value of a row of operands with operators between them. Only rows of `+` and `%` are
  /// worked out, and single `==`, `!=`, `and`, `or` and `… if … else …`.
  static PythonValue row(List<PythonValue> operands, List<String> operators) {
    PythonValue first = operands.getFirst();
    if (operators.isEmpty()) {
      return first;
    }
    if (operators.stream().allMatch(Set.of("+", "%")::contains)) {
      return sum(remainders(operands, operators));
    }
    PythonValue second = operands.get(1);
    if (operators.equals(List.of("if", "else"))) {
      Optional<Boolean> condition = second.truth();
      if (condition.isEmpty()) {
        return second.unread().isPresent() ? second.unread().get() : second;
      }
      return condition.get() ? first : operands.getLast();
    }
    if (operators.size() == 1 && first.unread().isEmpty()) {
      boolean isTrue = first.truth().orElse(false);
      switch (operators.getFirst()) {
        case "or" -> {
          return isTrue ? first : second;
        }
        case "and" -> {
          return isTrue ? second : first;
        }
        case "==", "!=" -> {
          if (second.unread().isEmpty()) {
            boolean isEqual = first.shown().equals(second.shown());
            return new Truth(first.position(), isEqual == operators.getFirst().equals("=="));
          }
        }
        default -> {}
      }
    }
    String operator =
        operators.stream().filter(o -> !o.equals("+") && !o.equals("else")).findFirst().orElse("+");
    return operands.stream()
        .flatMap(operand -> operand.unread().stream())
        .findFirst()
        .orElse(new Unread(first.position(), "is made with the operator '" + operator + "'"));
  }

  /// The operands of `+`: those with `%` between them are one.
  private static List<PythonValue> remainders(List<PythonValue> operands, List<String> operators) {
    List<PythonValue> summands = new ArrayList<>(List.of(operands.getFirst()));
    for (int i = 0; i < operators.size(); i++) {
      PythonValue operand = operands.get(i + 1);
      if (operators.get(i).equals("%")) {
        summands.add(remainder(summands.removeLast(), operand));
      } else {
        summands.add(operand);
      }
    }
    return summands;
  }

  /// What `%` makes of a text and what fills it.
  private static PythonValue remainder(PythonValue left, PythonValue right) {
    Optional<Unread> unread = left.unread().or(right::unread);
    if (unread.isPresent()) {
      return unread.get();
    }
    PythonValue filled = left instanceof Text text ? PercentFormat.filled(text, right) : null;
    return filled != null ? filled : new Unread(left.position(), "is made with the operator '%'");
  }

  private static PythonValue sum(List<PythonValue> operands) {
    PythonValue sum = operands.getFirst();
    StringBuilder text = new StringBuilder();
    if (operands.stream().allMatch(Text.class::isInstance)) {
      operands.forEach(o -> text.append(o instanceof Text(SourcePosition _, String t) ? t : ""));
      return PythonValue.text(sum.position(), text.toString());
    }
    for (PythonValue operand : operands.subList(1, operands.size())) {
      sum = plus(sum, operand);
    }
    return sum;
  }

  /// The sum of two; the same as `+=` makes.
  static PythonValue plus(PythonValue left, PythonValue right) {
    SourcePosition position = left.position();
    if (left instanceof Text a && right instanceof Text b) {
      return PythonValue.text(position, a.value() + b.value());
    }
    if (left instanceof Sequence a && right instanceof Sequence b && a.form() == b.form()) {
      return a.form() == Form.SET
          ? PythonValue.sequence(position, Form.SET, joined(a, b))
          : PythonValue.joined(a, b);
    }
    if (left instanceof WholeNumber a && right instanceof WholeNumber b) {
      BigInteger sum = a.value().add(b.value());
      return new WholeNumber(position, sum);
    }
    return left.unread()
        .or(right::unread)
        .orElse(new Unread(right.position(), "adds values of two kinds"));
  }

  private static List<PythonValue> joined(Sequence a, Sequence b) {
    List<PythonValue> elements = new ArrayList<>(a.elements());
    elements.addAll(b.elements());
    return elements;
  }

  /// The two together, as `|` and `update` do.
  static PythonValue merged(PythonValue left, PythonValue right) {
    if (left instanceof Mapping a && right instanceof Mapping b) {
      List<Entry> entries = new ArrayList<>(a.entries());
      entries.addAll(b.entries());
      return PythonValue.mapping(left.position(), entries);
    }
    return left.unread()
        .or(right::unread)
        .orElse(new Unread(right.position(), "joins values of two kinds"));
  }

  /// A dict or a list with more in it that is not known; any other value is not known then.
  static PythonValue withMore(PythonValue old, Unread more) {
    return switch (old) {
      case Mapping mapping ->
          merged(mapping, PythonValue.mapping(more.position(), List.of(new Entry(more, more))));
      case Sequence sequence ->
          plus(sequence, PythonValue.sequence(more.position(), sequence.form(), List.of(more)));
      case Text _,
          PythonValue.Bytes _,
          WholeNumber _,
          Decimal _,
          Truth _,
          PythonValue.Nothing _,
          Unread _ ->
          more;
    };
  }

  /// With `-`, `+`, `~` or `not` before it.
  static PythonValue unary(SourcePosition position, String operator, PythonValue operand) {
    if (operand instanceof Unread) {
      return operand;
    }
    if (operator.equals("not")) {
      Optional<Boolean> truth = operand.truth();
      return truth.isPresent() ? new Truth(position, !truth.get()) : operand;
    }
    if (operand instanceof WholeNumber number && !operator.equals("~")) {
      return new WholeNumber(
          position, operator.equals("-") ? number.value().negate() : number.value());
    }
    if (operand instanceof Decimal number && !operator.equals("~")) {
      return new Decimal(position, operator.equals("-") ? -number.value() : number.value());
    }
    return new Unread(position, "is made with the operator '" + operator + "'");
  }
}
