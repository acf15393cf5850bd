package godwit.config;

import godwit.config.Substitution.NotTranslated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the replacements of Python's `re.sub`.
final class PythonReplacement {
  /// A part of a replacement.
  sealed interface Piece {}

  record Literal(String text) implements Piece {}

  record Group(int number) implements Piece {}

  private final String template;
  private final Map<String, Integer> names;
  private final int groups;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;

  private PythonReplacement(String template, Map<String, Integer> names, int groups) {
    this.template = template;
    this.names = names;
    this.groups = groups;
  }

  /// @param names of the expression's groups, with their numbers
  /// @param groups how many there are
  static List<Piece> parse(String template, Map<String, Integer> names, int groups)
      throws NotTranslated {
    PythonReplacement reader = new PythonReplacement(template, names, groups);
    while (reader.at < template.length()) {
      char c = template.charAt(reader.at++);
      if (c == '\\') {
        reader.readEscape();
      } else {
        reader.literal.append(c);
      }
    }
    reader.closeLiteral();
    return reader.pieces;
  }

  private void readEscape() throws NotTranslated {
    if (at == template.length()) {
      throw wrong("ends with a backslash");
    }
    char c = template.charAt(at++);
    switch (c) {
      case 'g' -> readNamedGroup();
      case '0' -> literal.append((char) (octal(2) & 0xFF));
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
      case 'a' -> literal.append('\u0007');
      case 'b' -> literal.append('\b');
      case 'f' -> literal.append('\f');
      case 'n' -> literal.append('\n');
      case 'r' -> literal.append('\r');
      case 't' -> literal.append('\t');
      case 'v' -> literal.append('\u000B');
      case '\\' -> literal.append('\\');
      default -> {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
          throw wrong("holds '\\" + c + "', which means nothing");
        }
        literal.append('\\').append(c);
      }
    }
  }

  /// `\g<1>` or `\g<name>`.
  private void readNamedGroup() throws NotTranslated {
    int close = template.indexOf('>', at);
    if (!template.startsWith("<", at) || close < 0) {
      throw wrong("holds a '\\g' without '<' and '>'");
    }
    String name = template.substring(at + 1, close);
    at = close + 1;
    Integer number = names.get(name);
    if (number == null && name.matches("\\d{1,4}")) {
      number = Integer.valueOf(name);
    }
    if (number == null) {
      throw wrong("names the group '" + name + "', which is not in the expression");
    }
    addGroup(number);
  }

  /// Three octal digits are a character, one or two digits a group.
  private void readNumber() throws NotTranslated {
    at--;
    if (isOctal(at) && isOctal(at + 1) && isOctal(at + 2)) {
      int code = octal(3);
      if (code > 0xFF) {
        throw wrong("holds an octal number over 377");
      }
      literal.append((char) code);
      return;
    }
    int number = template.charAt(at++) - '0';
    if (at < template.length() && Character.digit(template.charAt(at), 10) >= 0) {
      number = number * 10 + Character.digit(template.charAt(at++), 10);
    }
    addGroup(number);
  }

  private void addGroup(int number) throws NotTranslated {
    if (number > groups) {
      throw wrong("names group " + number + ", and the expression has " + groups);
    }
    closeLiteral();
    pieces.add(new Group(number));
  }

  private int octal(int mostDigits) {
    int code = 0;
    for (int i = 0; i < mostDigits && isOctal(at); i++) {
      code = code * 8 + (template.charAt(at++) - '0');
    }
    return code;
  }

  private boolean isOctal(int index) {
    return index < template.length()
        && template.charAt(index) >= '0'
        && template.charAt(index) <= '7';
  }

  private void closeLiteral() {
    if (!literal.isEmpty()) {
      pieces.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private NotTranslated wrong(String what) {
    return new NotTranslated("the replacement '" + template + "' " + what);
  }
}
