package godwit.config;

import godwit.config.Substitution.NotTranslated;
import java.util.HashMap;
import java.util.Map;

/// Translates Python's regular expressions into Java's. What has no counterpart is refused.
///
/// The result is meant for the flags CASE_INSENSITIVE, UNICODE_CASE and UNIX_LINES.
final class PythonRegex {
  /// `\w` of Python, inside of brackets: no marks and no connectors but the underscore.
  private static final String WORD = "\\p{L}\\p{N}_";

  private static final String SPACE =
      "\\t-\\r\\x1C-\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";
  private static final String DIGIT = "\\p{Nd}";
  private static final String AFTER_WORD = "(?<=[" + WORD + "])";
  private static final String NOT_AFTER_WORD = "(?<![" + WORD + "])";
  private static final String BEFORE_WORD = "(?=[" + WORD + "])";
  private static final String NOT_BEFORE_WORD = "(?![" + WORD + "])";

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> groups = new HashMap<>();
  private int groupCount;
  private int at;

  private PythonRegex(String source) {
    this.source = source;
  }

  /// @throws NotTranslated if something has no counterpart. Not everything that Python refuses is
  ///   refused here.
  static PythonRegex translate(String source) throws NotTranslated {
    PythonRegex regex = new PythonRegex(source);
    while (regex.at < source.length()) {
      regex.readOne();
    }
    return regex;
  }

  String translated() {
    return out.toString();
  }

  /// The numbers of the groups that have names.
  Map<String, Integer> groups() {
    return groups;
  }

  private void readOne() throws NotTranslated {
    char c = source.charAt(at++);
    switch (c) {
      case '\\' -> readEscape();
      case '[' -> readClass();
      case '(' -> readGroup();
      case '{' -> readBraces();
      default -> out.append(c);
    }
  }

  private void readEscape() throws NotTranslated {
    char c = escaped();
    switch (c) {
      case 'A' -> out.append("\\A");
      case 'Z' -> out.append("\\z");
      case 'w' -> out.append('[').append(WORD).append(']');
      case 'W' -> out.append("[^").append(WORD).append(']');
      case 's' -> out.append('[').append(SPACE).append(']');
      case 'S' -> out.append("[^").append(SPACE).append(']');
      case 'd' -> out.append(DIGIT);
      case 'D' -> out.append("\\P{Nd}");
      case 'b' ->
          out.append(
              "(?:" + AFTER_WORD + NOT_BEFORE_WORD + "|" + NOT_AFTER_WORD + BEFORE_WORD + ")");
      case 'B' ->
          out.append(
              "(?!\\A\\z)(?:"
                  + AFTER_WORD
                  + BEFORE_WORD
                  + "|"
                  + NOT_AFTER_WORD
                  + NOT_BEFORE_WORD
                  + ")");
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readReference();
      default -> appendLiteral(character(c));
    }
  }

  /// `\1` to `\99`, or a character by three octal digits.
  private void readReference() throws NotTranslated {
    at--;
    if (source.substring(at).matches("(?s)[0-3][0-7][0-7].*")) {
      appendLiteral(Integer.parseInt(source.substring(at, at + 3), 8));
      at += 3;
      return;
    }
    int end = at + 1;
    if (end < source.length() && Character.digit(source.charAt(end), 10) >= 0) {
      end++;
    }
    appendReference(Integer.parseInt(source.substring(at, end)));
    at = end;
  }

  private void appendReference(int group) throws NotTranslated {
    if (group > groupCount) {
      throw wrong("names group " + group + " before it is closed");
    }
    out.append("(?:\\").append(group).append(')');
  }

  private void readGroup() throws NotTranslated {
    if (!source.startsWith("?", at)) {
      groupCount++;
      out.append('(');
    } else if (source.startsWith("?P<", at)) {
      String name = name('>', 3);
      if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
        throw wrong("has a group with the name '" + name + "'");
      }
      groups.put(name, ++groupCount);
      out.append('(');
    } else if (source.startsWith("?P=", at)) {
      Integer group = groups.get(name(')', 3));
      if (group == null) {
        throw wrong("refers to a group that is not before it");
      }
      appendReference(group);
    } else if (source.startsWith("?#", at)) {
      name(')', 2);
    } else if (source.substring(at).matches("(?s)\\?(?:[:=!>]|<[=!]).*")) {
      int length = source.charAt(at + 1) == '<' ? 3 : 2;
      out.append('(').append(source, at, at + length);
      at += length;
    } else {
      readFlags();
    }
  }

  private String name(char close, int opening) throws NotTranslated {
    int end = source.indexOf(close, at);
    if (end < 0) {
      throw wrong("has a group that is not closed");
    }
    String name = source.substring(at + opening, end);
    at = end + 1;
    return name;
  }

  /// `(?u)` and `(?i)` say what holds anyhow.
  private void readFlags() throws NotTranslated {
    int end = at + 1;
    while (end < source.length() && "imsu-".indexOf(source.charAt(end)) >= 0) {
      end++;
    }
    String flags = source.substring(at + 1, end).replace("u", "");
    boolean whole = source.startsWith(")", end);
    if (flags.startsWith("-i") && flags.length() == 2 && source.startsWith(":", end)) {
      flags = "-iu";
    }
    if (!whole && !source.startsWith(":", end)) {
      throw wrong("cannot be had here because of " + shown(at - 1));
    }
    if (whole && at != 1) {
      throw wrong("has flags that do not stand at its beginning");
    }
    if (!flags.isEmpty() || !whole) {
      out.append("(?").append(flags).append(whole ? ')' : ':');
    }
    at = end + 1;
  }

  /// `{2,3}`; other braces mean themselves.
  private void readBraces() {
    int close = source.indexOf('}', at);
    String count = close < 0 ? "" : source.substring(at, close);
    if (count.matches("\\d+|\\d*,\\d*")) {
      out.append('{').append(count.startsWith(",") ? "0" : "").append(count).append('}');
      at = close + 1;
    } else {
      out.append("\\{");
    }
  }

  private void readClass() throws NotTranslated {
    int open = at;
    out.append('[');
    if (source.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (first || !source.startsWith("]", at)) {
      first = false;
      if (at >= source.length()) {
        throw wrong("has a '[' without ']' at " + shown(open - 1));
      }
      int from = readItem();
      if (source.startsWith("-", at) && at + 1 < source.length() && source.charAt(at + 1) != ']') {
        if (from < 0) {
          throw wrong("has a range that begins with a class: " + shown(open - 1));
        }
        at++;
        out.append('-');
        int to = readItem();
        if (to < from) {
          throw wrong("has a range without an end: " + shown(open - 1));
        }
      }
    }
    at++;
    out.append(']');
  }

  /// @return the character, or -1 for a class like `\w`
  private int readItem() throws NotTranslated {
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    if (c == '\\') {
      char escape = escaped();
      String inside =
          switch (escape) {
            case 'w' -> WORD;
            case 'W' -> "[^" + WORD + "]";
            case 's' -> SPACE;
            case 'S' -> "[^" + SPACE + "]";
            case 'd' -> DIGIT;
            case 'D' -> "\\P{Nd}";
            default -> "";
          };
      if (!inside.isEmpty()) {
        out.append(inside);
        return -1;
      }
      c = escape == 'b' ? '\b' : character(escape);
    }
    appendLiteral(c);
    return c;
  }

  private char escaped() throws NotTranslated {
    if (at == source.length()) {
      throw wrong("ends with a backslash");
    }
    return source.charAt(at++);
  }

  /// The character that an escape stands for.
  private int character(char escape) throws NotTranslated {
    return switch (escape) {
      case 'a' -> '\u0007';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000B';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      case 'U' -> hex(8);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      default -> {
        if ((escape >= 'a' && escape <= 'z')
            || (escape >= 'A' && escape <= 'Z')
            || (escape >= '0' && escape <= '9')) {
          throw wrong("holds '\\" + escape + "', which cannot be had here");
        }
        yield escape;
      }
    };
  }

  private int hex(int digits) throws NotTranslated {
    if (!source.substring(at).matches("(?s)\\p{XDigit}{" + digits + "}.*")) {
      throw wrong("has a number that is cut short at " + shown(at));
    }
    long code = Long.parseLong(source.substring(at, at + digits), 16);
    if (code > Character.MAX_CODE_POINT) {
      throw wrong("has a number that is no character at " + shown(at));
    }
    at += digits;
    return (int) code;
  }

  private int octal() throws NotTranslated {
    int start = at - 1;
    while (at < source.length() && at < start + 3 && "01234567".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    int code = Integer.parseInt(source.substring(start, at), 8);
    if (code > 0xFF) {
      throw wrong("holds an octal number over 377");
    }
    return code;
  }

  private void appendLiteral(int c) {
    boolean plain = Character.isLetterOrDigit(c) || c > 0x7F;
    if (plain) {
      out.appendCodePoint(c);
    } else {
      out.append("\\x{").append(Integer.toHexString(c)).append('}');
    }
  }

  private String shown(int from) {
    return "'" + source.substring(from, Math.min(source.length(), from + 8)) + "'";
  }

  private NotTranslated wrong(String what) {
    return new NotTranslated("the expression '" + source + "' " + what);
  }
}
