package godwit.content;

import godwit.content.DateNumbers.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks over the tokens of a date by the rules of dateutil's parser, which Pelican reads dates by:
/// words name weekdays, months, zones and halves of the day; numbers are times where a colon or an
/// `h` says so, else parts of the date. Separators and words like `at` and `of` mean nothing.
final class DateParser {
  /// The text is no date.
  static final class NotADate extends Exception {
    private static final long serialVersionUID = 1L;

    NotADate() {
      super("no date");
    }
  }

  /// What the text names; null is what it does not.
  ///
  /// @param zoneName a zone's name that says nothing about its offset
  /// @param offsetSeconds to the east of UTC
  /// @param reversedOffset whether the offset comes from a form like `GMT+3`, where the sign is the
  ///   other one
  record Parts(
      DateNumbers.Resolved numbers,
      boolean weekday,
      @Nullable Integer hour,
      @Nullable Integer minute,
      @Nullable Integer second,
      @Nullable Integer microsecond,
      @Nullable String zoneName,
      @Nullable Integer offsetSeconds,
      boolean reversedOffset) {}

  static final int LAST_YEAR = 9999;
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_ZONE_NAME = 5;
  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

  private final List<String> tokens;
  private final DateNumbers numbers = new DateNumbers();
  private int at;
  private boolean weekday;
  private @Nullable Integer hour;
  private @Nullable Integer minute;
  private @Nullable Integer second;
  private @Nullable Integer microsecond;
  private @Nullable String zoneName;
  private @Nullable Integer offsetSeconds;
  private boolean reversedOffset;

  private DateParser(String text) {
    this.tokens = new ArrayList<>(DateTokens.of(text));
  }

  /// @throws NotADate if a word or sign has no place in a date
  static Parts parse(String text) throws NotADate {
    DateParser parser = new DateParser(text);
    for (; parser.at < parser.tokens.size(); parser.at++) {
      parser.read(parser.tokens.get(parser.at));
    }
    return parser.parts();
  }

  private Parts parts() throws NotADate {
    if ((offsetSeconds != null && offsetSeconds == 0 && zoneName == null)
        || "Z".equalsIgnoreCase(zoneName)) {
      offsetSeconds = 0;
    } else if (zoneName != null && DateWords.isUtc(zoneName)) {
      offsetSeconds = 0;
    }
    return new Parts(
        numbers.resolve(),
        weekday,
        hour,
        minute,
        second,
        microsecond,
        zoneName,
        offsetSeconds,
        reversedOffset);
  }

  private void read(String token) throws NotADate {
    if (DateTokens.isDigit(token.charAt(0))) {
      readNumber(token);
    } else if (DateWords.isWeekday(token)) {
      weekday = true;
    } else if (DateWords.month(token) > 0) {
      readMonth(token);
    } else if (DateWords.isHalfOfDay(token)) {
      if (hour == null || hour > 12) {
        throw new NotADate();
      }
      hour = hourOf(hour, token);
    } else if (couldBeZone(token, offsetSeconds)) {
      readZone(token);
    } else if (hour != null && isSign(token)) {
      readOffset(token);
    } else if (!DateWords.isFiller(token)) {
      throw new NotADate();
    }
  }

  /// `Jan`, `Jan-01`, `Jan-01-99`, `Jan of 01`.
  private void readMonth(String token) throws NotADate {
    numbers.addValue(BigDecimal.valueOf(DateWords.month(token)), Role.MONTH);
    if (is(at + 1, "-") || is(at + 1, "/")) {
      numbers.addDigits(token(at + 2), null);
      if (is(at + 3, token(at + 1))) {
        numbers.addDigits(token(at + 4), null);
        at += 2;
      }
      at += 2;
    } else if (is(at + 1, " ") && is(at + 3, " ") && has(at + 4) && DateWords.isOf(token(at + 2))) {
      String year = token(at + 4);
      if (isDigits(year)) {
        numbers.addDigits(String.valueOf(fullYear(integer(year))), Role.YEAR);
      }
      at += 4;
    }
  }

  /// In `GMT+3` the sign says where GMT is, seen from there.
  private void readZone(String token) {
    zoneName = token;
    if (has(at + 1) && isSign(tokens.get(at + 1))) {
      tokens.set(at + 1, is(at + 1, "+") ? "-" : "+");
      reversedOffset = true;
      if (DateWords.isUtc(token)) {
        zoneName = null;
      }
    } else if (token.equals("z")) {
      offsetSeconds = 0;
    }
  }

  /// `+0100`, `+01:00`, `+1`, `+0100 (CET)`.
  private void readOffset(String sign) throws NotADate {
    String digits = token(at + 1);
    int hours;
    int minutes = 0;
    int skipped = 1;
    if (digits.length() == 4) {
      hours = integer(digits.substring(0, 2));
      minutes = integer(digits.substring(2));
    } else if (is(at + 2, ":")) {
      hours = integer(digits);
      minutes = integer(token(at + 3));
      skipped = 3;
    } else if (digits.length() <= 2) {
      hours = integer(digits);
    } else {
      throw new NotADate();
    }
    if (hours > 99 || minutes > 5999) {
      throw new NotADate();
    }
    offsetSeconds = (sign.equals("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
    at += skipped - 1;
    if (has(at + 5)
        && DateWords.isFiller(token(at + 2))
        && is(at + 3, "(")
        && is(at + 5, ")")
        && token(at + 4).length() >= 3
        && couldBeZone(token(at + 4), null)) {
      zoneName = token(at + 4);
      at += 4;
    }
    at++;
  }

  private boolean couldBeZone(String token, @Nullable Integer offset) {
    return hour != null
        && zoneName == null
        && offset == null
        && token.length() <= LONGEST_ZONE_NAME
        && !DateWords.isPythonNumber(token)
        && (token.equals("z") || token.chars().allMatch(c -> c >= 'A' && c <= 'Z'));
  }

  private void readNumber(String token) throws NotADate {
    BigDecimal value = decimal(token);
    int length = token.length();
    if (numbers.count() == 3
        && (length == 2 || length == 4)
        && hour == null
        && !is(at + 1, ":")
        && !(has(at + 1) && DateWords.unit(token(at + 1)) >= 0)) {
      hour = integer(token.substring(0, 2));
      if (length == 4) {
        minute = integer(token.substring(2));
      }
    } else if (length == 6 || (length > 6 && token.indexOf('.') == 6)) {
      readSixDigits(token);
    } else if (length == 8 || length == 12 || length == 14) {
      numbers.addDigits(token.substring(0, 4), Role.YEAR);
      numbers.addDigits(token.substring(4, 6), null);
      numbers.addDigits(token.substring(6, 8), null);
      if (length > 8) {
        hour = integer(token.substring(8, 10));
        minute = integer(token.substring(10, 12));
      }
      if (length > 12) {
        second = integer(token.substring(12));
      }
    } else if (!readWithUnit(token, value)) {
      readPlainNumber(token, value);
    }
  }

  /// `240301` is a date where there is none yet, else a time.
  private void readSixDigits(String token) throws NotADate {
    if (numbers.isEmpty() && token.indexOf('.') < 0) {
      numbers.addDigits(token.substring(0, 2), null);
      numbers.addDigits(token.substring(2, 4), null);
      numbers.addDigits(token.substring(4), null);
    } else {
      hour = integer(token.substring(0, 2));
      minute = integer(token.substring(2, 4));
      readSeconds(token.substring(4));
    }
  }

  /// `9h`, `9 hours`, and the `30` of `9h30`. @return false if no unit stands near the number
  private boolean readWithUnit(String token, BigDecimal value) throws NotADate {
    int unit;
    if (unit(at + 1) >= 0) {
      unit = unit(at + 1);
      at++;
    } else if (is(at + 1, " ") && unit(at + 2) >= 0) {
      unit = unit(at + 2);
      at += 2;
    } else if (unit(at - 1) >= 0) {
      unit = unit(at - 1) + 1;
    } else if (at > 1 && at == tokens.size() - 1 && is(at - 1, " ") && unit(at - 2) >= 0) {
      unit = unit(at - 2) + 1;
    } else {
      return false;
    }
    switch (unit) {
      case 0 -> {
        hour = value.intValue();
        BigDecimal rest = value.remainder(BigDecimal.ONE);
        if (rest.signum() != 0) {
          minute = rest.multiply(SIXTY).intValue();
        }
      }
      case 1 -> readMinutes(value);
      case 2 -> readSeconds(token);
      default -> {}
    }
    return true;
  }

  private void readPlainNumber(String token, BigDecimal value) throws NotADate {
    if (is(at + 1, ":") && has(at + 2)) {
      hour = value.intValue();
      readMinutes(decimal(token(at + 2)));
      if (is(at + 3, ":") && has(at + 4)) {
        readSeconds(token(at + 4));
        at += 2;
      }
      at += 2;
    } else if (is(at + 1, "-") || is(at + 1, "/") || is(at + 1, ".")) {
      readSeparated(token);
    } else if (!has(at + 1) || DateWords.isFiller(token(at + 1))) {
      if (has(at + 2) && DateWords.isHalfOfDay(token(at + 2))) {
        hour = hourOf(value.intValue(), token(at + 2));
        at++;
      } else {
        numbers.addValue(value, null);
      }
      at++;
    } else if (DateWords.isHalfOfDay(token(at + 1))
        && value.compareTo(BigDecimal.valueOf(24)) < 0) {
      hour = hourOf(value.intValue(), token(at + 1));
      at++;
    } else if (numbers.couldBeDay(value)) {
      numbers.addValue(value, null);
    } else {
      throw new NotADate();
    }
  }

  /// `01-02`, `01-02-2024`, `1-Jan-2024`.
  private void readSeparated(String token) throws NotADate {
    String separator = token(at + 1);
    numbers.addDigits(token, null);
    if (has(at + 2) && !DateWords.isFiller(token(at + 2))) {
      if (isDigits(token(at + 2))) {
        numbers.addDigits(token(at + 2), null);
      } else {
        addMonth(token(at + 2));
      }
      if (is(at + 3, separator)) {
        if (DateWords.month(token(at + 4)) > 0) {
          addMonth(token(at + 4));
        } else {
          numbers.addDigits(token(at + 4), null);
        }
        at += 2;
      }
      at++;
    }
    at++;
  }

  private void addMonth(String token) throws NotADate {
    if (DateWords.month(token) == 0) {
      throw new NotADate();
    }
    numbers.addValue(BigDecimal.valueOf(DateWords.month(token)), Role.MONTH);
  }

  private void readMinutes(BigDecimal value) {
    minute = value.intValue();
    BigDecimal rest = value.remainder(BigDecimal.ONE);
    second = rest.signum() == 0 ? null : rest.multiply(SIXTY).intValue();
  }

  private void readSeconds(String value) throws NotADate {
    int dot = value.indexOf('.');
    second = integer(dot < 0 ? value : value.substring(0, dot));
    microsecond = dot < 0 ? 0 : integer((value.substring(dot + 1) + "000000").substring(0, 6));
  }

  private static int hourOf(int hour, String half) {
    boolean afternoon = half.charAt(0) == 'p' || half.charAt(0) == 'P';
    if (hour < 12 && afternoon) {
      return hour + 12;
    }
    return hour == 12 && !afternoon ? 0 : hour;
  }

  /// A year of two digits is in the century that POSIX gives it: 69 to 99 are in the twentieth.
  /// That does not depend on when it is read.
  static int fullYear(int year) {
    if (year >= 100) {
      return year;
    }
    return year + (year < 69 ? 2000 : 1900);
  }

  static int integer(String digits) throws NotADate {
    if (!isDigits(digits) || digits.length() > LONGEST_NUMBER) {
      throw new NotADate();
    }
    BigDecimal value = new BigDecimal(digits);
    return value.compareTo(BigDecimal.valueOf(LAST_YEAR * 100_000L)) > 0
        ? Integer.MAX_VALUE
        : value.intValue();
  }

  private static BigDecimal decimal(String token) throws NotADate {
    try {
      if (token.length() > LONGEST_NUMBER || !DateTokens.isDigit(token.charAt(0))) {
        throw new NotADate();
      }
      return new BigDecimal(token).min(BigDecimal.valueOf(Integer.MAX_VALUE));
    } catch (NumberFormatException e) {
      throw new NotADate();
    }
  }

  private static boolean isDigits(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> DateTokens.isDigit((char) c));
  }

  private static boolean isSign(String token) {
    return token.equals("+") || token.equals("-");
  }

  private int unit(int index) {
    return has(index) ? DateWords.unit(tokens.get(index)) : -1;
  }

  private boolean has(int index) {
    return index >= 0 && index < tokens.size();
  }

  private boolean is(int index, String token) {
    return has(index) && tokens.get(index).equals(token);
  }

  private String token(int index) throws NotADate {
    if (!has(index)) {
      throw new NotADate();
    }
    return tokens.get(index);
  }
}
