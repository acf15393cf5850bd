package godwit.content;

import godwit.content.DateParser.NotADate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers of a date in the order in which they were written, and dateutil's rules of which of
/// them is the year, the month and the day: what is over 31 is a year, a word names the month, and
/// of what is left the month comes before the day where both are possible.
final class DateNumbers {
  /// What a number is known to be.
  enum Role {
    YEAR,
    MONTH,
    DAY
  }

  /// What the numbers mean.
  ///
  /// @param twoDigitYear whether the century is open
  /// @param ambiguous whether another order of the same numbers would be a date as well
  record Resolved(
      @Nullable Integer year,
      @Nullable Integer month,
      @Nullable Integer day,
      boolean twoDigitYear,
      boolean ambiguous) {}

  private static final int LEAP_YEAR = 2000;
  private static final int MOST_DAYS = 31;
  private static final int MONTHS = 12;

  private final List<Integer> numbers = new ArrayList<>();
  private int year = -1;
  private int month = -1;
  private int day = -1;
  private boolean centuryKnown;

  int count() {
    return numbers.size();
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /// Digits as they were written: more than two of them are a year.
  void addDigits(String digits, @Nullable Role role) throws NotADate {
    if (digits.length() > 2 && digits.chars().allMatch(c -> DateTokens.isDigit((char) c))) {
      centuryKnown = true;
      add(DateParser.integer(digits), yearOr(role));
    } else {
      add(DateParser.integer(digits), role);
    }
  }

  /// A number of which only the value counts; one over 100 is a year.
  void addValue(BigDecimal value, @Nullable Role role) throws NotADate {
    if (value.compareTo(BigDecimal.valueOf(100)) > 0) {
      centuryKnown = true;
      add(value.intValue(), yearOr(role));
    } else {
      add(value.intValue(), role);
    }
  }

  private static Role yearOr(@Nullable Role role) throws NotADate {
    if (role == Role.MONTH || role == Role.DAY) {
      throw new NotADate();
    }
    return Role.YEAR;
  }

  private void add(int number, @Nullable Role role) throws NotADate {
    int index = numbers.size();
    numbers.add(number);
    switch (role) {
      case YEAR -> year = onlyOnce(year, index);
      case MONTH -> month = onlyOnce(month, index);
      case DAY -> day = onlyOnce(day, index);
      case null -> {}
    }
  }

  private static int onlyOnce(int before, int index) throws NotADate {
    if (before >= 0) {
      throw new NotADate();
    }
    return index;
  }

  boolean couldBeDay(BigDecimal value) throws NotADate {
    if (day >= 0) {
      return false;
    }
    int most = MOST_DAYS;
    if (month >= 0) {
      int ofYear = year < 0 ? LEAP_YEAR : numbers.get(year);
      int ofMonth = numbers.get(month);
      if (ofMonth < 1 || ofMonth > MONTHS || ofYear < 1 || ofYear > DateParser.LAST_YEAR) {
        throw new NotADate();
      }
      most = YearMonth.of(ofYear, ofMonth).lengthOfMonth();
    }
    return value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /// @throws NotADate if there are more than three numbers, or two that mean the same
  Resolved resolve() throws NotADate {
    int known = (year >= 0 ? 1 : 0) + (month >= 0 ? 1 : 0) + (day >= 0 ? 1 : 0);
    int count = numbers.size();
    if ((count == known && known > 0) || (count == 3 && known == 2)) {
      return byRole();
    }
    return switch (count) {
      case 0 -> new Resolved(null, null, null, false, false);
      case 1 -> single(numbers.getFirst(), null);
      case 2 -> month >= 0 ? single(numbers.get(1 - month), numbers.get(month)) : pair();
      case 3 -> triple();
      default -> throw new NotADate();
    };
  }

  private Resolved byRole() {
    int open = 0;
    while (open == year || open == month || open == day) {
      open++;
    }
    boolean openNumber = open < numbers.size();
    return resolved(
        year < 0 && openNumber ? open : year,
        month < 0 && openNumber ? open : month,
        day < 0 && openNumber && year >= 0 && month >= 0 ? open : day);
  }

  /// @param number that is not the month's
  private Resolved single(int number, @Nullable Integer ofMonth) {
    return number > MOST_DAYS
        ? new Resolved(number, ofMonth, null, isShort(number), false)
        : new Resolved(null, ofMonth, number, false, false);
  }

  private Resolved pair() {
    if (numbers.get(0) > MOST_DAYS) {
      return resolved(0, 1, -1);
    }
    return numbers.get(1) > MOST_DAYS ? resolved(1, 0, -1) : resolved(-1, 0, 1);
  }

  private Resolved triple() {
    int first = numbers.get(0);
    int second = numbers.get(1);
    return switch (month) {
      case 0 -> second > MOST_DAYS ? resolved(1, 0, 2) : resolved(2, 0, 1);
      case 1 -> first > MOST_DAYS ? resolved(0, 1, 2) : resolved(2, 1, 0);
      case 2 -> second > MOST_DAYS ? resolved(1, 2, 0) : resolved(0, 2, 1);
      default -> {
        if (first > MOST_DAYS || year == 0) {
          yield resolved(0, 1, 2);
        }
        yield first > MONTHS ? resolved(2, 1, 0) : resolved(2, 0, 1);
      }
    };
  }

  /// @param ofYear the index of the year's number, or -1; likewise for the others
  private Resolved resolved(int ofYear, int ofMonth, int ofDay) {
    Integer yearNumber = ofYear < 0 ? null : numbers.get(ofYear);
    Integer monthNumber = ofMonth < 0 ? null : numbers.get(ofMonth);
    Integer dayNumber = ofDay < 0 ? null : numbers.get(ofDay);
    boolean shortYear = yearNumber != null && isShort(yearNumber);
    boolean monthIsOpen =
        month < 0
            && ofYear != 0
            && monthNumber != null
            && dayNumber != null
            && dayNumber <= MONTHS
            && !monthNumber.equals(dayNumber);
    return new Resolved(yearNumber, monthNumber, dayNumber, shortYear, monthIsOpen || shortYear);
  }

  private boolean isShort(int number) {
    return number < 100 && !centuryKnown;
  }
}
