package godwit.config;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// What days, months and zones are called. English has its own tables: they are those of C and
/// Python whatever the country, and the JDK's locale data need not be loaded for them.
final class CalendarNames {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private CalendarNames() {}

  static String month(ZonedDateTime date, Locale locale) {
    return isEnglish(locale)
        ? MONTHS.get(date.getMonthValue() - 1)
        : date.getMonth().getDisplayName(TextStyle.FULL, locale);
  }

  static String shortMonth(ZonedDateTime date, Locale locale) {
    return isEnglish(locale)
        ? month(date, locale).substring(0, 3)
        : date.getMonth().getDisplayName(TextStyle.SHORT, locale);
  }

  static String day(ZonedDateTime date, Locale locale) {
    return isEnglish(locale)
        ? DAYS.get(date.getDayOfWeek().getValue() - 1)
        : date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
  }

  static String shortDay(ZonedDateTime date, Locale locale) {
    return isEnglish(locale)
        ? day(date, locale).substring(0, 3)
        : date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
  }

  static String halfOfDay(ZonedDateTime date, Locale locale) {
    return isEnglish(locale)
        ? (date.getHour() < 12 ? "AM" : "PM")
        : DateTimeFormatter.ofPattern("a", locale).format(date);
  }

  /// The date in figures, in the order of the locale's country.
  static String localDate(ZonedDateTime date, Locale locale) {
    return isEnglish(locale)
        ? Strftime.format("%m/%d/%y", date, locale)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).format(date);
  }

  /// The zone's short name, such as `CET`.
  static String zone(ZonedDateTime date, Locale locale) {
    String id = date.getZone().getId();
    return id.equals("UTC") || id.equals("Z")
        ? "UTC"
        : DateTimeFormatter.ofPattern("z", locale).format(date);
  }

  private static boolean isEnglish(Locale locale) {
    return locale.getLanguage().equals("en") || locale.getLanguage().isEmpty();
  }
}
