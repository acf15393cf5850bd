package godwit.render;

import godwit.site.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What periods are called in one language, in the order and with the words of CLDR.
record PeriodNames(
    DateTimeFormatter year,
    DateTimeFormatter month,
    DateTimeFormatter day,
    DateTimeFormatter monthOfYear,
    DateTimeFormatter dayOfYear) {

  /// @param day writes a day
  static PeriodNames of(Locale locale, DateTimeFormatter day) {
    return new PeriodNames(
        DateTimeFormatter.ofPattern("uuuu", locale),
        DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale),
        day,
        DateTimeFormatter.ofPattern("LLLL", locale), // in the form that stands alone
        DateTimeFormatter.ofLocalizedPattern("MMMMd").withLocale(locale));
  }

  /// The name by itself: `July 2019`.
  String whole(Period period) {
    DateTimeFormatter format =
        switch (period.unit()) {
          case YEAR -> year;
          case MONTH -> month;
          case DAY -> day;
        };
    return format.format(period.first());
  }

  /// The name among those of one year or month: `July`.
  ///
  /// @param around that year or month; null if it is among all
  String within(Period period, @Nullable Period around) {
    if (around == null) {
      return whole(period);
    }
    DateTimeFormatter format =
        switch (period.unit()) {
          case YEAR -> year;
          case MONTH -> monthOfYear;
          case DAY -> dayOfYear;
        };
    return format.format(period.first());
  }
}
