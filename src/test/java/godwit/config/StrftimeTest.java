package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.Resource;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is expected here is what Python's `strftime` gives for the same date, in its C locale.
class StrftimeTest {
  private static final ZonedDateTime DATE =
      ZonedDateTime.parse("2021-01-03T00:05:09.001234+01:00[Europe/Paris]");

  @ParameterizedTest
  @CsvSource({
    "%a %A, Sun Sunday",
    "%b %B, Jan January",
    "%c, Sun Jan  3 00:05:09 2021",
    "%d %e %-d, '03  3 3'",
    "%f, 001234",
    "%F %T, 2021-01-03 00:05:09",
    "%G-%V-%u, 2020-53-7",
    "%H %I %p, 00 12 AM",
    "%-H %-M, 0 5",
    "%j %-j, 003 3",
    "%m/%y, 01/21",
    "%U %W %w, 01 00 0",
    "%x %X, 01/03/21 00:05:09",
    "%Y%m%d, 20210103",
    "%z %Z, +0100 CET",
    "100%%, 100%",
    "plain, plain",
    "%Q %-Q %, %Q %-Q %",
  })
  void formatsLikePython(String pattern, String expected) {
    assertThat(Strftime.format(pattern, DATE, Locale.ENGLISH)).isEqualTo(expected);
  }

  /// A table of what Pelican's `strftime` gives in the C locale.
  @Test
  void formatsLikePelican() throws IOException {
    List<Map<String, Object>> rows = Resource.rows("pelican-rules/strftime.jsonl");
    assertThat(rows).hasSizeGreaterThan(300);
    SoftAssertions.assertSoftly(
        softly ->
            rows.forEach(
                fields -> {
                  ZonedDateTime date =
                      LocalDateTime.parse(String.valueOf(fields.get("date")))
                          .atZone(ZoneId.of(String.valueOf(fields.get("zone"))));
                  String pattern = String.valueOf(fields.get("format"));
                  softly
                      .assertThat(Strftime.format(pattern, date, Locale.ENGLISH))
                      .as("%s", fields)
                      .isEqualTo(fields.get("text"));
                }));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-30, 52 53 2025-01",
    "2024-12-29, 52 52 2024-52",
    "2023-01-01, 01 00 2022-52",
    "2026-11-02, 44 44 2026-45",
  })
  void countsWeeks(String day, String expected) {
    ZonedDateTime date = ZonedDateTime.parse(day + "T12:00:00Z");
    assertThat(Strftime.format("%U %W %G-%V", date, Locale.ROOT)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, dimanche 03 janvier 2021",
    "de, Sonntag 03 Januar 2021",
    "ru, воскресенье 03 января 2021",
    "en-GB, Sunday 03 January 2021",
  })
  void namesDaysAndMonthsInTheLanguage(String language, String expected) {
    assertThat(Strftime.format("%A %d %B %Y", DATE, Locale.forLanguageTag(language)))
        .isEqualTo(expected);
  }

  @Test
  void doesNotDependOnTheDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Strftime.format("%F %B %j", DATE, Locale.ENGLISH))
          .isEqualTo("2021-01-03 January 003");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"%Y/%Q/%L, %Q", "%-Q, %-Q", "50%, %", "%Y%-, %-", "%😀, %😀"})
  void findsTheFirstUnknownCode(String pattern, String unknown) {
    assertThat(Strftime.firstUnknownCode(pattern)).contains(unknown);
  }

  @ParameterizedTest
  @CsvSource({"%Y-%m-%d", "%%Q", "%-d", "none", "%%"})
  void findsNothingWrongWithKnownOnes(String pattern) {
    assertThat(Strftime.firstUnknownCode(pattern)).isEmpty();
  }
}
