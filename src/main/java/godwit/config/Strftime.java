package godwit.config;

import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/// Dates by the codes of `strftime`, as in `{date:%Y/%m}` and in Pelican's date formats.
///
/// The codes are those that Pelican lets through to Python's `strftime`, and `%e`, `%F` and `%T`. A
/// minus sign, as in `%-d`, takes leading zeros away. The result depends on the arguments alone.
public final class Strftime {
  /// What a date without a format is written in.
  public static final String ISO_DATE = "%Y-%m-%d";

  /// Each code is a letter of this.
  private static final String CODES = "aAbBcdefFGHIjmMpSTuUVwWxXyYzZ%";

  private Strftime() {}

  /// The date by the pattern; names of days and months are in the locale's language. What is no
  /// code stays as it is.
  public static String format(String pattern, ZonedDateTime date, Locale locale) {
    StringBuilder out = new StringBuilder(pattern.length() + 16);
    int at = 0;
    while (at < pattern.length()) {
      int letter = letterAt(pattern, at);
      if (letter > 0 && CODES.indexOf(pattern.charAt(letter)) >= 0) {
        String text = one(pattern.charAt(letter), date, locale);
        out.append(letter == at + 1 ? text : withoutZeros(text));
        at = letter + 1;
      } else {
        out.append(pattern.charAt(at++));
      }
    }
    return out.toString();
  }

  /// The first code of the pattern that means nothing, such as `%Q`; a `%` at the end counts.
  public static Optional<String> firstUnknownCode(String pattern) {
    int at = pattern.indexOf('%');
    while (at >= 0) {
      int letter = letterAt(pattern, at);
      if (letter < 0) {
        return Optional.of(pattern.substring(at));
      }
      if (CODES.indexOf(pattern.charAt(letter)) < 0) {
        return Optional.of(pattern.substring(at, pattern.offsetByCodePoints(letter, 1)));
      }
      at = pattern.indexOf('%', letter + 1);
    }
    return Optional.empty();
  }

  /// Where the letter of the code is that begins at `at`, or −1 if none begins there.
  private static int letterAt(String pattern, int at) {
    if (pattern.charAt(at) != '%') {
      return -1;
    }
    int letter = at + 1;
    if (letter < pattern.length() && pattern.charAt(letter) == '-') {
      letter++;
    }
    return letter < pattern.length() ? letter : -1;
  }

  private static String one(char code, ZonedDateTime date, Locale locale) {
    return switch (code) {
      case 'a' -> CalendarNames.shortDay(date, locale);
      case 'A' -> CalendarNames.day(date, locale);
      case 'b' -> CalendarNames.shortMonth(date, locale);
      case 'B' -> CalendarNames.month(date, locale);
      case 'c' -> format("%a %b %e %H:%M:%S %Y", date, locale);
      case 'd' -> padded(date.getDayOfMonth(), 2);
      case 'e' -> (date.getDayOfMonth() < 10 ? " " : "") + date.getDayOfMonth();
      case 'f' -> padded(date.getNano() / 1000, 6);
      case 'F' -> format(ISO_DATE, date, locale);
      case 'G' -> padded(date.get(IsoFields.WEEK_BASED_YEAR), 4);
      case 'H' -> padded(date.getHour(), 2);
      case 'I' -> padded((date.getHour() + 11) % 12 + 1, 2);
      case 'j' -> padded(date.getDayOfYear(), 3);
      case 'm' -> padded(date.getMonthValue(), 2);
      case 'M' -> padded(date.getMinute(), 2);
      case 'p' -> CalendarNames.halfOfDay(date, locale);
      case 'S' -> padded(date.getSecond(), 2);
      case 'T', 'X' -> format("%H:%M:%S", date, locale);
      case 'u' -> String.valueOf(date.getDayOfWeek().getValue());
      case 'U' -> padded((date.getDayOfYear() + 6 - date.getDayOfWeek().getValue() % 7) / 7, 2);
      case 'V' -> padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case 'w' -> String.valueOf(date.getDayOfWeek().getValue() % 7);
      case 'W' -> padded((date.getDayOfYear() + 7 - date.getDayOfWeek().getValue()) / 7, 2);
      case 'x' -> CalendarNames.localDate(date, locale);
      case 'y' -> padded(Math.floorMod(date.getYear(), 100), 2);
      case 'Y' -> padded(date.getYear(), 4);
      case 'z' -> offset(date.getOffset().getTotalSeconds());
      case 'Z' -> CalendarNames.zone(date, locale);
      case '%' -> "%";
      default -> throw new AssertionError("CODES holds no " + code);
    };
  }

  private static String padded(int value, int width) {
    String digits = String.valueOf(Math.abs(value));
    return (value < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static String offset(int seconds) {
    int minutes = Math.abs(seconds) / 60;
    return (seconds < 0 ? "-" : "+") + padded(minutes / 60, 2) + padded(minutes % 60, 2);
  }

  private static String withoutZeros(String text) {
    int at = 0;
    while (at < text.length() - 1 && text.charAt(at) == '0') {
      at++;
    }
    return text.substring(at);
  }
}
