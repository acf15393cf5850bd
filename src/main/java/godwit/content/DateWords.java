package godwit.content;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words that dateutil knows in dates, in any case.
final class DateWords {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Set<String> FILLERS =
      Set.of(
          " ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd",
          "rd", "th");
  private static final int SHORT_NAME = 3;

  private DateWords() {}

  /// 1 to 12, or 0 if the word is no month.
  static int month(String token) {
    String word = lower(token);
    return word.equals("sept") ? 9 : indexOf(word, MONTHS) + 1;
  }

  static boolean isWeekday(String token) {
    return indexOf(lower(token), WEEKDAYS) >= 0;
  }

  private static int indexOf(String word, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (word.equals(name) || (word.length() == SHORT_NAME && name.startsWith(word))) {
        return i;
      }
    }
    return -1;
  }

  static boolean isHalfOfDay(String token) {
    return switch (lower(token)) {
      case "am", "a", "pm", "p" -> true;
      default -> false;
    };
  }

  /// 0 for hours, 1 for minutes, 2 for seconds, -1 for other words.
  static int unit(String token) {
    return switch (lower(token)) {
      case "h", "hour", "hours" -> 0;
      case "m", "minute", "minutes" -> 1;
      case "s", "second", "seconds" -> 2;
      default -> -1;
    };
  }

  /// What may stand between the parts of a date and means nothing.
  static boolean isFiller(String token) {
    return FILLERS.contains(lower(token));
  }

  static boolean isOf(String token) {
    return lower(token).equals("of");
  }

  static boolean isUtc(String token) {
    return switch (lower(token)) {
      case "utc", "gmt", "z" -> true;
      default -> false;
    };
  }

  /// What Python takes for a number that is none of a date.
  static boolean isPythonNumber(String token) {
    return switch (lower(token)) {
      case "nan", "inf", "infinity" -> true;
      default -> false;
    };
  }

  private static String lower(String token) {
    return token.toLowerCase(Locale.ROOT);
  }
}
