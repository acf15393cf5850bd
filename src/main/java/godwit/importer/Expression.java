package godwit.importer;

import godwit.config.GroupNames;
import godwit.diagnostic.SourcePosition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions of Python as Java has them.
final class Expression {
  private static final Pattern FLAGS = Pattern.compile("\\(\\?([aiLmsux]+)\\)");

  private static final Pattern ASCII = Pattern.compile("\\(\\?[a-zA-Z]*[aL]");

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean isInClass;

  private Expression(String source) {
    this.source = source;
  }

  /// The expression for Java, as it may stand in `godwit.toml`.
  ///
  /// @param name of the setting, for messages
  /// @return empty if Java has nothing like it, which is told then
  static Optional<String> translated(
      String name, SourcePosition position, String source, Notes notes) {
    String java = new Expression(source).java();
    try {
      var _ = Pattern.compile(GroupNames.toJava(java));
      return Optional.of(java);
    } catch (PatternSyntaxException e) {
      notes.expression(
          position,
          name + ": Java does not take this regular expression: " + e.getDescription(),
          hint(source));
      return Optional.empty();
    }
  }

  /// What to do with an expression that Java does not take. Leaving it out is no way: addresses
  /// would change.
  static String hint(String source) {
    if (source.contains("(?(")) {
      return "Java's expressions have no (?(1)a|b): write one expression for each of the two cases";
    }
    return ASCII.matcher(source).find()
        ? "Java's expressions have no (?a): take it out, and write [a-zA-Z0-9_] for \\w, [0-9] for"
            + " \\d and [ \\t\\n\\r\\f\\v] for \\s"
        : "write another that matches the same";
  }

  private String java() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape();
      } else if (isInClass) {
        inClass(c);
      } else if (c == '[') {
        openClass();
      } else if (c == '(') {
        parenthesis();
      } else if (c == '{') {
        brace();
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private void escape() {
    if (at + 1 == source.length()) {
      out.append('\\');
      at++;
      return;
    }
    char letter = source.charAt(at + 1);
    // Python's \Z is the very end, Java's is that before a last line break, too
    out.append('\\').append(letter == 'Z' && !isInClass ? 'z' : letter);
    at += 2;
  }

  private void openClass() {
    isInClass = true;
    out.append('[');
    at++;
    if (source.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    if (source.startsWith("]", at)) { // the first one stands for itself
      out.append("\\]");
      at++;
    }
  }

  /// Within a class Java has unions, `[a[b]]`, and intersections, `&&`.
  private void inClass(char c) {
    if (c == ']') {
      isInClass = false;
    }
    out.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
    at++;
  }

  private void parenthesis() {
    Matcher flags = FLAGS.matcher(source).region(at, source.length());
    if (source.startsWith("(?#", at)) {
      int end = source.indexOf(')', at);
      at = end < 0 ? source.length() : end + 1;
    } else if (source.startsWith("(?P<", at)) {
      out.append("(?<");
      at += 4;
    } else if (source.startsWith("(?P=", at)) {
      int end = source.indexOf(')', at);
      String name = source.substring(at + 4, end < 0 ? source.length() : end);
      out.append("\\k<").append(name).append('>');
      at = end < 0 ? source.length() : end + 1;
    } else if (flags.lookingAt()) {
      // Text is Unicode in Python anyway; what a, L and u say has no place in Java
      String kept = flags.group(1).replaceAll("[aLu]", "");
      out.append(kept.isEmpty() ? "" : "(?" + kept + ")");
      at = flags.end();
    } else {
      out.append('(');
      at++;
    }
  }

  /// A brace that begins no count stands for itself in Python.
  private void brace() {
    Matcher count = Pattern.compile("\\{([0-9]*)(,?)([0-9]*)\\}").matcher(source);
    count.region(at, source.length());
    boolean isCount = count.lookingAt() && !(count.group(1).isEmpty() && count.group(3).isEmpty());
    if (isCount) {
      String from = count.group(1).isEmpty() ? "0" : count.group(1);
      out.append('{').append(from).append(count.group(2)).append(count.group(3)).append('}');
      at = count.end();
    } else {
      out.append("\\{");
      at++;
    }
  }
}
