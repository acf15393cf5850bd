package godwit.importer.python;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import godwit.importer.python.StringLiteral.BadEscapeException;
import godwit.importer.python.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a program into tokens, by chapter 2 of the Python Language Reference.
final class Tokenizer {
  static final String CODE = "import-syntax";

  /// As many as CPython takes; so the recursion of whoever reads the tokens is bounded, too. What
  /// version control writes between versions.
  private static final List<String> MERGE_MARKERS = List.of("<<<<<<<", "=======", ">>>>>>>");

  private static final int MOST_BRACKETS = 200;

  private static final int MOST_INDENTS = 100;
  private static final int TAB = 8;

  private static final Set<String> PREFIXES =
      Set.of("r", "b", "u", "f", "br", "rb", "fr", "rf", "t", "tr", "rt");

  private static final List<String> LONG_OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->",
          "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":=");
  private static final String SHORT_OPERATORS = "+-*/%@&|^~<>()[]{},:.;=";

  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX](_?[0-9a-fA-F])++|0[oO](_?[0-7])++|0[bB](_?[01])++"
              + "|([0-9](_?[0-9])*+)?+\\.([0-9](_?[0-9])*+)([eE][+-]?[0-9](_?[0-9])*+)?[jJ]?"
              + "|[0-9](_?[0-9])*+\\.?([eE][+-]?[0-9](_?[0-9])*+)?[jJ]?");

  private final String file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Token> open = new ArrayDeque<>();
  private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
  private int at;
  private int line = 1;
  private int lineStart;

  private Tokenizer(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /// The tokens, the last one [Kind#END].
  ///
  /// @param text with `\n` at the ends of its lines
  static List<Token> tokens(String file, String text) throws PythonException {
    return new Tokenizer(file, text).run();
  }

  private List<Token> run() throws PythonException {
    boolean atStart = true;
    while (at < text.length()) {
      if (atStart) {
        atStart = false;
        if (indentation()) {
          atStart = true;
          continue;
        }
      }
      char c = text.charAt(at);
      switch (c) {
        case '\n' -> {
          if (open.isEmpty()) {
            add(Kind.NEWLINE, "", at);
            atStart = true;
          }
          at++;
          nextLine();
        }
        case ' ', '\t', '\f' -> at++;
        case '#' -> skipComment();
        case '\\' -> {
          if (at + 1 >= text.length() || text.charAt(at + 1) != '\n') {
            throw wrong(at, "a backslash that is not the last character of its line", null);
          }
          at += 2;
          nextLine();
        }
        default -> token(c);
      }
    }
    return ended();
  }

  private List<Token> ended() throws PythonException {
    Token bracket = open.peek();
    if (bracket != null) {
      throw wrong(bracket, "'" + bracket.text() + "' is not closed", "add its other half");
    }
    if (!tokens.isEmpty() && tokens.getLast().kind() != Kind.NEWLINE) {
      add(Kind.NEWLINE, "", at);
    }
    while (indents.size() > 1) {
      indents.pop();
      add(Kind.DEDENT, "", at);
    }
    add(Kind.END, "", at);
    return tokens;
  }

  /// Reads the space before a line. @return whether the line is empty, and passed
  private boolean indentation() throws PythonException {
    int width = 0;
    while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
      char c = text.charAt(at++);
      width = c == ' ' ? width + 1 : c == '\t' ? (width / TAB + 1) * TAB : 0;
    }
    if (at < text.length() && text.charAt(at) == '#') {
      skipComment();
    }
    if (at >= text.length()) {
      return true;
    }
    if (text.charAt(at) == '\n') {
      at++;
      nextLine();
      return true;
    }
    if (width > indents.element()) {
      if (indents.size() > MOST_INDENTS) {
        throw wrong(at, "blocks are nested more than " + MOST_INDENTS + " deep", null);
      }
      indents.push(width);
      add(Kind.INDENT, "", at);
    }
    while (width < indents.element()) {
      indents.pop();
      add(Kind.DEDENT, "", at);
    }
    if (width != indents.element()) {
      throw wrong(at, "the indentation is that of no block around it", null);
    }
    return false;
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void nextLine() {
    line++;
    lineStart = at;
  }

  private void token(char c) throws PythonException {
    int point = text.codePointAt(at);
    if (c == '"' || c == '\'') {
      string("", at);
    } else if (Character.isUnicodeIdentifierStart(point) || c == '_') {
      name();
    } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number();
    } else {
      operator(point);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void name() throws PythonException {
    int start = at;
    while (at < text.length() && isNamePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    String name = text.substring(start, at);
    if (at < text.length()
        && (text.charAt(at) == '"' || text.charAt(at) == '\'')
        && PREFIXES.contains(name.toLowerCase(Locale.ROOT))) {
      string(name, start);
    } else {
      add(Kind.NAME, name, start);
    }
  }

  private static boolean isNamePart(int point) {
    return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
  }

  private void number() throws PythonException {
    int start = at;
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw wrong(at, "'" + text.charAt(at) + "' is no number", null);
    }
    at = number.end();
    if (at < text.length() && isNamePart(text.codePointAt(at))) {
      throw wrong(start, "'" + number.group() + text.charAt(at) + "…' is no number", null);
    }
    add(Kind.NUMBER, number.group(), start);
  }

  private void operator(int point) throws PythonException {
    boolean isFirst = at == 0 || text.charAt(at - 1) == '\n';
    if (isFirst && MERGE_MARKERS.stream().anyMatch(marker -> text.startsWith(marker, at))) {
      throw wrong(
          at,
          "two versions of the file are merged here, and nobody has chosen yet",
          "keep the lines of one, and take <<<<<<<, ======= and >>>>>>> out");
    }
    for (String operator : LONG_OPERATORS) {
      if (text.startsWith(operator, at)) {
        add(Kind.OPERATOR, operator, at);
        at += operator.length();
        return;
      }
    }
    if (SHORT_OPERATORS.indexOf(point) < 0) {
      String shown =
          Character.isISOControl(point)
              ? String.format(Locale.ROOT, "the character U+%04X", point)
              : "'" + Character.toString(point) + "'";
      throw wrong(at, shown + " is no part of Python", "put text into quotes");
    }
    String operator = Character.toString(point);
    add(Kind.OPERATOR, operator, at);
    if ("([{".contains(operator)) {
      if (open.size() == MOST_BRACKETS) {
        throw wrong(at, "brackets are nested more than " + MOST_BRACKETS + " deep", null);
      }
      open.push(tokens.getLast());
    } else if (")]}".contains(operator)) {
      close(operator);
    }
    at++;
  }

  private void close(String operator) throws PythonException {
    Token bracket = open.poll();
    if (bracket == null) {
      throw wrong(at, "'" + operator + "' closes nothing", "take it out");
    }
    if ("([{".indexOf(bracket.text()) != ")]}".indexOf(operator)) {
      throw wrong(
          at,
          "'%s' does not close the '%s' of line %d"
              .formatted(operator, bracket.text(), bracket.line()),
          null);
    }
  }

  private void string(String prefix, int start) throws PythonException {
    char quote = text.charAt(at);
    boolean isLong = text.startsWith(String.valueOf(quote).repeat(3), at);
    String end = String.valueOf(quote).repeat(isLong ? 3 : 1);
    boolean isTemplate = prefix.indexOf('f') >= 0 || prefix.indexOf('F') >= 0;
    SourcePosition position = position(start);
    int firstLine = line;
    int firstColumn = start - lineStart + 1;
    int inner = at + end.length();
    StringEnd found = StringEnd.find(text, inner, end, isTemplate);
    if (found == null) {
      throw new PythonException(
          error(position, "the string is not closed", "add " + end + " at its end"));
    }
    String content = text.substring(inner, found.at());
    at = found.at() + end.length();
    for (int i = inner; i < found.at(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    boolean isOther = prefix.indexOf('t') >= 0 || prefix.indexOf('T') >= 0;
    try {
      StringLiteral literal = StringLiteral.of(prefix, content, found.hasFields() || isOther);
      tokens.add(new Token(Kind.STRING, prefix + end, literal, firstLine, firstColumn));
    } catch (BadEscapeException e) {
      throw new PythonException(
          error(
              positionOf(inner + e.offset()),
              e.words(),
              "put r before the string if the backslash stands for itself"));
    }
  }

  private void add(Kind kind, String tokenText, int start) {
    tokens.add(new Token(kind, tokenText, null, line, start - lineStart + 1));
  }

  private SourcePosition position(int offset) {
    return new SourcePosition(file, line, offset - lineStart + 1);
  }

  /// Of any character.
  private SourcePosition positionOf(int offset) {
    int before = (int) text.chars().limit(offset).filter(c -> c == '\n').count();
    return new SourcePosition(file, before + 1, offset - text.lastIndexOf('\n', offset - 1));
  }

  private PythonException wrong(int offset, String message, @Nullable String hint) {
    return new PythonException(error(position(offset), message, hint));
  }

  private PythonException wrong(Token token, String message, @Nullable String hint) {
    return new PythonException(
        error(new SourcePosition(file, token.line(), token.column()), message, hint));
  }

  /// That something is not Python.
  static Diagnostic error(SourcePosition position, String message, @Nullable String hint) {
    return new Diagnostic(Severity.ERROR, CODE, position, message, hint);
  }
}
