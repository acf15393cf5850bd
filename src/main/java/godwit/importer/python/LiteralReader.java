package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import godwit.importer.python.PythonValue.Bytes;
import godwit.importer.python.PythonValue.Decimal;
import godwit.importer.python.PythonValue.Unread;
import godwit.importer.python.PythonValue.WholeNumber;
import godwit.importer.python.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads strings and numbers.
final class LiteralReader {
  /// As many digits as Python takes.
  private static final int MOST_DIGITS = 4300;

  private final Tokens tokens;

  private final Scope scope;

  LiteralReader(Tokens tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /// Adjacent strings are one.
  PythonValue strings() throws PythonException {
    SourcePosition position = tokens.position();
    StringBuilder joined = new StringBuilder();
    List<BraceTemplate.Piece> pieces = new ArrayList<>();
    Boolean isBytes = null;
    boolean hasFields = false;
    boolean isPlain = true;
    while (tokens.peek().kind() == Kind.STRING) {
      StringLiteral literal = tokens.peek().literal();
      if (literal == null) {
        throw new AssertionError("a string without its literal");
      }
      if (isBytes != null && isBytes != literal.isBytes()) {
        throw tokens.unexpected("bytes and text cannot be joined");
      }
      isBytes = literal.isBytes();
      hasFields |= literal.hasFields();
      BraceTemplate template = literal.template();
      isPlain &= !literal.hasFields() || template != null;
      if (template != null) {
        pieces.addAll(template.pieces());
      } else {
        pieces.add(new BraceTemplate.Words(literal.value()));
      }
      joined.append(literal.value());
      tokens.next();
    }
    if (hasFields) {
      PythonValue filled =
          isPlain
              ? new BraceTemplate(pieces)
                  .filled(position, name -> Optional.ofNullable(scope.value(name)))
              : null;
      return filled != null ? filled : new Unread(position, "is an f-string with fields");
    }
    return Boolean.TRUE.equals(isBytes)
        ? new Bytes(position, joined.toString())
        : PythonValue.text(position, joined.toString());
  }

  /// An integer or a number with a point.
  PythonValue number() throws PythonException {
    Token token = tokens.next();
    SourcePosition position = tokens.position(token);
    String digits = token.text().replace("_", "").toLowerCase(Locale.ROOT);
    if (digits.length() > MOST_DIGITS) {
      throw new PythonException(
          Tokenizer.error(position, "a number of more than " + MOST_DIGITS + " digits", null));
    }
    if (digits.matches("0[xob].+")) {
      int radix = digits.charAt(1) == 'x' ? 16 : digits.charAt(1) == 'o' ? 8 : 2;
      return new WholeNumber(position, new BigInteger(digits.substring(2), radix));
    }
    if (digits.endsWith("j")) {
      return new Unread(position, "is a complex number");
    }
    if (!digits.matches("[0-9]+")) {
      return new Decimal(position, Double.parseDouble(digits));
    }
    if (digits.matches("0+[1-9].*")) {
      throw new PythonException(
          Tokenizer.error(
              position, "'" + token.text() + "' begins with 0", "take the zero away, or write 0o"));
    }
    return new WholeNumber(position, new BigInteger(digits));
  }
}
