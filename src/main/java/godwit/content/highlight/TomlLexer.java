package godwit.content.highlight;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TOML: its tables and keys are found here; its values and comments are written as in Python.
final class TomlLexer implements Lexer {
  private static final Pattern TABLE =
      Pattern.compile("\\s*\\[{1,2}[\\w.\"' -]++\\]{1,2}\\s*+(?=#|$)");
  private static final Pattern KEY = Pattern.compile("\\s*+[\\w.\"'-][\\w.\"' -]*+(?==)");
  private static final Pattern TRUTH_OR_DATE =
      Pattern.compile(
          "\\b(?:true|false|\\d{4}-\\d\\d-\\d\\d"
              + "(?:[Tt ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d++)?(?:[Zz]|[+-]\\d\\d:\\d\\d)?)?)\\b");

  private final String code;
  private final TokenMakerLexer values;

  TomlLexer(String code) {
    this.code = code;
    String python = TRUTH_OR_DATE.matcher(code).replaceAll(found -> inPython(found.group()));
    this.values = TokenMakers.lexer(Language.PYTHON, python);
  }

  /// As long as before.
  private static String inPython(String value) {
    return switch (value) {
      case "true" -> "True";
      case "false" -> "False";
      default -> "1".repeat(value.length());
    };
  }

  @Override
  public void line(int start, int end, SpanWriter out) {
    int from = start;
    if (!values.isWithinToken()) {
      from = write(TABLE, TokenClass.TAG, from, end, out);
      if (from == start) {
        from = write(KEY, TokenClass.ATTRIBUTE, from, end, out);
      }
    }
    values.line(from, end, out);
  }

  private int write(Pattern head, TokenClass tokenClass, int start, int end, SpanWriter out) {
    Matcher matcher = head.matcher(code).region(start, end);
    if (!matcher.lookingAt()) {
      return start;
    }
    out.write(tokenClass, start, matcher.end());
    return matcher.end();
  }
}
