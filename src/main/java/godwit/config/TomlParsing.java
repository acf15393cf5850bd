package godwit.config;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/// From text to tables, with the TOML parser's complaints in our words.
final class TomlParsing {
  private static final String DEFINED = "defined at line ";

  private TomlParsing() {}

  /// The document, or empty if it is so broken that its contents cannot be judged. It is there
  /// although there are errors where those are only keys given twice.
  static Optional<TomlDocument> parse(String name, String text, Diagnostics diagnostics) {
    TomlParseResult result;
    try {
      result = Toml.parse(text, TomlVersion.V1_0_0);
    } catch (StackOverflowError e) {
      String hint = "nothing in a godwit.toml needs arrays in arrays";
      diagnostics.error(
          SourcePosition.ofFile(name), "config-syntax", "it is nested too deeply", hint);
      return Optional.empty();
    }
    TomlDocument document = new TomlDocument(name, Arrays.asList(text.split("\n", -1)), result);
    boolean whole = true;
    int lastLine = 0;
    for (TomlParseError error : result.errors()) {
      SourcePosition position = document.position(error.position());
      String message = String.valueOf(error.getMessage());
      boolean twice = message.contains(DEFINED);
      whole &= twice && !document.isHeader(position);
      if (twice) {
        addTwice(position, message, document.isHeader(position), diagnostics);
      } else if (position.line() != lastLine) {
        // What follows on the same line is the parser finding its feet again.
        diagnostics.error(position, "config-syntax", reworded(message), hint(message));
        lastLine = position.line();
      }
    }
    return whole ? Optional.of(document) : Optional.empty();
  }

  /// `title previously defined at line 2, column 1`, or `a is not a table (previously …)`.
  private static void addTwice(
      SourcePosition position, String message, boolean isTable, Diagnostics diagnostics) {
    int line = message.indexOf(DEFINED) + DEFINED.length();
    String first = message.substring(line, message.indexOf(',', line));
    String name = message;
    for (String end : List.of(" previously ", " already ", " is not ", " (")) {
      int at = name.indexOf(end);
      name = at < 0 ? name : name.substring(0, at);
    }
    diagnostics.error(
        position,
        "config-duplicate",
        (isTable ? "[" + name + "]" : name) + " is defined twice",
        "the first one is in line " + first + "; keep one of them");
  }

  private static String reworded(String message) {
    boolean value = message.contains("a number, a boolean");
    int expected = message.indexOf(", expected ");
    String shown =
        value && expected >= 0 ? message.substring(0, expected) + ", expected a value" : message;
    shown = shown.replace("expected . or =", "expected =");
    return Character.toLowerCase(shown.charAt(0)) + shown.substring(1);
  }

  private static @Nullable String hint(String message) {
    if (message.contains("a number, a boolean")) {
      return "text stands in quotes: \"…\"";
    }
    if (message.endsWith("expected . or =") || message.endsWith("expected =")) {
      return "a line is: key = value";
    }
    if (message.contains("end of line, expected \"")
        || message.contains("end of line, expected '")) {
      return "a quote is not closed in this line";
    }
    if (message.startsWith("Invalid escape")) {
      return "write \\\\ for a backslash, or use single quotes";
    }
    return null;
  }
}
