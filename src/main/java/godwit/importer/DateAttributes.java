package godwit.importer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parts of dates in Pelican's addresses that are written as Python's attributes: `{date.year}` is
/// `{date:%Y}`, and `{date.month:02d}` is `{date:%m}`.
final class DateAttributes {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\{(date|modified)\\.(year|month|day|hour|minute|second)(?::(02d?|d?))?\\}");

  private DateAttributes() {}

  /// The pattern with the codes of `strftime` for these. What has another form stays as it is.
  static String asCodes(String pattern) {
    return ATTRIBUTE
        .matcher(pattern)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "{"
                        + found.group(1)
                        + ":%"
                        + code(
                            found.group(2),
                            found.group(3) != null && found.group(3).startsWith("0"))
                        + "}"));
  }

  private static String code(String attribute, boolean isPadded) {
    String code =
        switch (attribute) {
          case "year" -> "Y";
          case "month" -> "m";
          case "day" -> "d";
          case "hour" -> "H";
          case "minute" -> "M";
          default -> "S";
        };
    return attribute.equals("year") || isPadded ? code : "-" + code;
  }
}
