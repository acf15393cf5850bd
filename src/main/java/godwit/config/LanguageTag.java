package godwit.config;

import java.util.IllformedLocaleException;
import java.util.Locale;

/// Language tags, as BCP 47 has them.
final class LanguageTag {
  /// No longer ones are registered.
  private static final int LONGEST_LANGUAGE = 3;

  private LanguageTag() {}

  /// The tag as it was written, if it is well-formed.
  static String read(String value) throws BadValueException {
    if (!isWellFormed(value)) {
      String hyphens = value.replace('_', '-');
      int dot = hyphens.indexOf('.');
      String likely = dot < 0 ? hyphens : hyphens.substring(0, dot);
      throw new BadValueException(
          "'" + value + "' is not a language tag",
          !likely.equals(value) && isWellFormed(likely)
              ? "did you mean " + likely + "?"
              : "write one like en or pt-BR");
    }
    return value;
  }

  private static boolean isWellFormed(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      int length = locale.getLanguage().length();
      return length > 1 && length <= LONGEST_LANGUAGE;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
