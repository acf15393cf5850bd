package godwit.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as people write it: `7 days`, `12h`, `1h 30m`.
final class DurationText {
  private static final Pattern PART = Pattern.compile("([0-9]{1,9}) ?([a-z]+)(?: |(?=[0-9])|$)");
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final String HOW =
      "write a number and a unit, such as \"7 days\", \"12h\", \"90s\"";

  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("s", Duration.ofSeconds(1)),
          Map.entry("sec", Duration.ofSeconds(1)),
          Map.entry("second", Duration.ofSeconds(1)),
          Map.entry("seconds", Duration.ofSeconds(1)),
          Map.entry("m", Duration.ofMinutes(1)),
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("minute", Duration.ofMinutes(1)),
          Map.entry("minutes", Duration.ofMinutes(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("hours", Duration.ofHours(1)),
          Map.entry("d", Duration.ofDays(1)),
          Map.entry("day", Duration.ofDays(1)),
          Map.entry("days", Duration.ofDays(1)),
          Map.entry("w", Duration.ofDays(7)),
          Map.entry("week", Duration.ofDays(7)),
          Map.entry("weeks", Duration.ofDays(7)));

  private DurationText() {}

  static Duration read(String value) throws BadValueException {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(value);
    int at = 0;
    while (at < value.length() && part.find(at) && part.start() == at) {
      Duration unit = UNITS.get(part.group(2));
      if (unit == null) {
        throw new BadValueException("unknown unit '" + part.group(2) + "' in '" + value + "'", HOW);
      }
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
      at = part.end();
    }
    if (at == 0 || at < value.length() || value.endsWith(" ")) {
      throw new BadValueException("'" + value + "' is not a length of time", HOW);
    }
    if (sum.compareTo(LONGEST) > 0) {
      throw new BadValueException("'" + value + "' is longer than a hundred years", null);
    }
    return sum;
  }

  /// As [#read], but not nothing.
  static Duration readPositive(String value) throws BadValueException {
    Duration duration = read(value);
    if (duration.isZero()) {
      throw new BadValueException("must be longer than nothing", null);
    }
    return duration;
  }
}
