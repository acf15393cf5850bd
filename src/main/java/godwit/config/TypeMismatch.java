package godwit.config;

import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// The words for a value of the wrong type.
final class TypeMismatch {
  private TypeMismatch() {}

  static String message(ValueType expected, Object found) {
    return "expected " + expected.expectation() + ", found " + name(found);
  }

  /// How the value would be written with the right type, or null where that cannot be guessed.
  static @Nullable String hint(String name, ValueType expected, Object found) {
    return switch (expected) {
      case TEXT, PATTERN, LIST, TEXTS ->
          switch (found) {
            case Long seconds when simple(name).equals("timeout") ->
                "write it with its unit: \"" + seconds + "s\"";
            case Long _, Double _, Boolean _, TemporalAccessor _ ->
                "write it in quotes: \"" + found + "\"";
            case String text when expected == ValueType.LIST -> "write [\"" + text + "\"]";
            case TomlTable _ -> "it is a key, write " + simple(name) + " = … below its table";
            case TomlArray array when array.size() == 1 -> "it is one value, without [ and ]";
            default -> null;
          };
      case NUMBER, NUMBER_OR_NONE ->
          found instanceof String text && isDigits(text)
              ? "write " + text + " without quotes"
              : null;
      case SWITCH ->
          switch (found.toString()) {
            case "true", "True", "yes", "on", "1" -> "write true without quotes";
            case "false", "False", "no", "off", "0" -> "write false without quotes";
            default -> null;
          };
      case PAIRS -> "write [['expression', 'replacement']]";
      case TABLE -> "write [" + name + "] and its keys below";
      case TABLES -> "write [[" + name + "]] for each of them, and its keys below";
    };
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static String name(Object value) {
    return switch (value) {
      case String _ -> "a string";
      case Long _ -> "an integer";
      case Double _ -> "a float";
      case Boolean _ -> "a boolean";
      case TemporalAccessor _ -> "a date or time";
      case TomlArray _ -> "an array";
      case TomlTable _ -> "a table";
      default -> "something else";
    };
  }
}
