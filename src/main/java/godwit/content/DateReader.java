package godwit.content;

import godwit.content.DateParser.NotADate;
import godwit.content.DateParser.Parts;
import godwit.content.DateReading.Doubt;
import godwit.content.DateReading.Read;
import godwit.content.DateReading.Refused;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the dates of headers, in every form that Pelican reads: `2026-03-01 09:30`, `March 1,
/// 2026`, `Sun, 01 Mar 2026 10:00:00 +0100`, `20260301`. What Pelican would take from the day it
/// runs on is never taken from there: a month or day that is not named is the first one.
final class DateReader {
  private static final String HINT = "write YYYY-MM-DD, or YYYY-MM-DD HH:MM";
  private static final DateTimeFormatter SPOKEN_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SPOKEN_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm xxx", Locale.ENGLISH);

  private DateReader() {}

  /// @param zone of dates without an offset. In a gap they move forward, in an overlap standard
  ///   time holds, both as in Pelican.
  static DateReading read(String text, ZoneId zone) {
    LocalDateTime plain = plain(text);
    if (plain != null) {
      return new Read(plain.atZone(zone).withLaterOffsetAtOverlap(), null);
    }
    try {
      return of(text, DateParser.parse(prepared(text)), zone);
    } catch (NotADate e) {
      return new Refused("'" + text + "' is not a date", HINT);
    } catch (DateTimeException e) {
      return new Refused(
          "'" + text + "' is not a date of the calendar",
          "look at the number of the month, the day, the hour");
    }
  }

  /// `2026-03-01` or `2026-03-01 09:30`, which nearly all are; null for every other form, for which
  /// the whole parser is needed.
  private static @Nullable LocalDateTime plain(String text) {
    boolean hasTime = text.length() == "2026-03-01 09:30".length();
    if ((!hasTime && text.length() != "2026-03-01".length())
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (hasTime && (text.charAt(10) != ' ' || text.charAt(13) != ':'))) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = hasTime ? number(text, 11, 13) : 0;
    int minute = hasTime ? number(text, 14, 16) : 0;
    boolean isOfCalendar = year >= 1000 && month >= 1 && month <= 12 && day >= 1;
    return isOfCalendar
            && day <= YearMonth.of(year, month).lengthOfMonth()
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
        ? LocalDateTime.of(year, month, day, hour, minute)
        : null;
  }

  /// The number that some digits make; -1 if one of them is none.
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!DateTokens.isDigit(c)) {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  /// Underscores are for names of files. Digits of other scripts count as Python's do.
  private static String prepared(String text) {
    StringBuilder prepared = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        prepared.append(' ');
      } else if (Character.isDigit(c)) {
        prepared.append((char) ('0' + Character.digit(c, 10)));
      } else {
        prepared.append(c);
      }
    }
    return prepared.toString().strip().replaceAll(" +", " ");
  }

  private static DateReading of(String text, Parts parts, ZoneId zone) {
    DateNumbers.Resolved numbers = parts.numbers();
    if (numbers.year() == null) {
      return new Refused("'" + text + "' is not a date: it names no year", HINT);
    }
    if (numbers.day() == null && parts.weekday()) {
      return new Refused("'" + text + "' is not a date: it names no day of the month", HINT);
    }
    int year = numbers.twoDigitYear() ? DateParser.fullYear(numbers.year()) : numbers.year();
    if (year < 1 || year > DateParser.LAST_YEAR) {
      throw new DateTimeException("no such year: " + year);
    }
    LocalDateTime local =
        LocalDateTime.of(
            year,
            orElse(numbers.month(), 1),
            orElse(numbers.day(), 1),
            orElse(parts.hour(), 0),
            orElse(parts.minute(), 0),
            orElse(parts.second(), 0),
            orElse(parts.microsecond(), 0) * 1000);
    ZonedDateTime date =
        parts.offsetSeconds() == null
            ? local.atZone(zone).withLaterOffsetAtOverlap()
            : local.atZone(ZoneOffset.ofTotalSeconds(parts.offsetSeconds()));
    return new Read(date, doubt(text, parts, date));
  }

  private static @Nullable Doubt doubt(String text, Parts parts, ZonedDateTime date) {
    DateNumbers.Resolved numbers = parts.numbers();
    String name = parts.zoneName();
    boolean unknownZone = name != null && parts.offsetSeconds() == null;
    if (unknownZone || parts.reversedOffset()) {
      String why = unknownZone ? ", as the zone '" + name + "' says no offset" : "";
      return new Doubt(
          "'" + text + "' is read as " + SPOKEN_TIME.format(date) + why,
          "write " + written(parts, date) + date.getOffset());
    }
    if (numbers.day() == null || numbers.month() == null) {
      return new Doubt(
          "'" + text + "' is read as " + SPOKEN_DAY.format(date),
          "write the whole date, such as " + written(parts, date));
    }
    return numbers.ambiguous()
        ? new Doubt(
            "'" + text + "' is read as " + SPOKEN_DAY.format(date), "write " + written(parts, date))
        : null;
  }

  private static String written(Parts parts, ZonedDateTime date) {
    String day = date.toLocalDate().toString();
    if (parts.hour() == null && parts.offsetSeconds() == null) {
      return day;
    }
    String offset =
        parts.offsetSeconds() == null || parts.reversedOffset() ? "" : date.getOffset().toString();
    return day + " " + date.toLocalTime() + offset;
  }

  private static int orElse(@Nullable Integer part, int missing) {
    return part == null ? missing : part;
  }
}
