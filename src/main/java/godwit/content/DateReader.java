package godwit.content;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the dates of headers: `2026-03-01`, `2026-03-01 09:30`, `2026-03-01T09:30:15+01:00` and
/// what lies between.
final class DateReader {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
              + "(?:(?:[Tt]|[ ]+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?"
              + "[ ]*(?:([Zz])|([+-])(\\d{2}):?(\\d{2})?)?)?");

  private DateReader() {}

  /// @param zone of dates without an offset. In a gap they move forward, in an overlap standard
  ///   time holds, both as in Pelican.
  /// @return empty if the text is no date or names a day that does not exist
  static Optional<ZonedDateTime> read(String text, ZoneId zone) {
    Matcher match = DATE.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(match, 1),
              number(match, 2),
              number(match, 3),
              number(match, 4),
              number(match, 5),
              number(match, 6));
      if (match.group(7) != null) {
        return Optional.of(local.atZone(ZoneOffset.UTC));
      }
      if (match.group(8) != null) {
        int sign = match.group(8).equals("-") ? -1 : 1;
        ZoneOffset offset =
            ZoneOffset.ofHoursMinutes(sign * number(match, 9), sign * number(match, 10));
        return Optional.of(local.atZone(offset));
      }
      return Optional.of(local.atZone(zone).withLaterOffsetAtOverlap());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Whether a text has the form of a date, be there such a day or not.
  static boolean isWrittenLikeOne(String text) {
    return DATE.matcher(text.strip()).matches();
  }

  private static int number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }
}
