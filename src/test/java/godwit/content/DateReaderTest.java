package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.Resource;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String OFFSET = ".*:\\d\\d(?:\\.5)?(?:Z| ?[+-]\\d.*)";
  private static final DateTimeFormatter TABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  @ParameterizedTest
  @CsvSource({
    "2026-03-01,                      2026-03-01T00:00+01:00",
    "2026-3-1,                        2026-03-01T00:00+01:00",
    "2026/03/01,                      2026-03-01T00:00+01:00",
    "2026.03.01,                      2026-03-01T00:00+01:00",
    "2026-07-01 09:30,                2026-07-01T09:30+02:00",
    "2026-07-01T09:30,                2026-07-01T09:30+02:00",
    "2026-07-01 9:30,                 2026-07-01T09:30+02:00",
    "2026-07-01   09:30:15,           2026-07-01T09:30:15+02:00",
    "2026-07-01 09:30:15.123456,      2026-07-01T09:30:15.123456+02:00",
    "2026-07-01T09:30:15Z,            2026-07-01T09:30:15Z",
    "2026-07-01T09:30:15.5+05:30,     2026-07-01T09:30:15.5+05:30",
    "2026-07-01 09:30 -0330,          2026-07-01T09:30-03:30",
    "2026-07-01 09:30+02,             2026-07-01T09:30+02:00",
    "'  2026-03-01  ',                2026-03-01T00:00+01:00",
    "2024-02-29,                      2024-02-29T00:00+01:00"
  })
  void readsEveryFormThatBlogsUse(String text, String expected) {
    assertThat(DateReader.read(text, PARIS))
        .isEqualTo(
            new DateReading.Read(
                OffsetDateTime.parse(expected)
                    .atZoneSameInstant(
                        text.matches(OFFSET) ? OffsetDateTime.parse(expected).getOffset() : PARIS),
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29 01:59, 2026-03-29T01:59+01:00",
    "2026-03-29 02:00, 2026-03-29T03:00+02:00", // in the gap: forward
    "2026-03-29 02:30, 2026-03-29T03:30+02:00",
    "2026-03-29 03:00, 2026-03-29T03:00+02:00",
    "2026-10-25 01:59, 2026-10-25T01:59+02:00",
    "2026-10-25 02:00, 2026-10-25T02:00+01:00", // twice: standard time
    "2026-10-25 02:30, 2026-10-25T02:30+01:00",
    "2026-10-25 03:00, 2026-10-25T03:00+01:00"
  })
  void knowsWhereClocksAreSet(String text, String expected) {
    assertThat(DateReader.read(text, PARIS))
        .isEqualTo(
            new DateReading.Read(
                OffsetDateTime.parse(expected)
                    .atZoneSameInstant(
                        text.matches(OFFSET) ? OffsetDateTime.parse(expected).getOffset() : PARIS),
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01/02/2024             | 2 January 2024                  | 2024-01-02",
        "3.4.2024 18:00         | 4 March 2024                    | 2024-03-04 18:00",
        "13/02/24               | 13 February 2024                | 2024-02-13",
        "24-03-05               | 24 March 2005                   | 2005-03-24",
        "5 Mar 69               | 5 March 1969                    | 1969-03-05",
        "5 Mar 68               | 5 March 2068                    | 2068-03-05",
        "01/02/2024 10:00 +0200 | 2 January 2024                  | 2024-01-02 10:00+02:00"
      })
  void saysHowItReadsWhatCouldMeanAnotherDay(String text, String reading, String written) {
    assertThat(doubt(text))
        .isEqualTo(
            new DateReading.Doubt("'" + text + "' is read as " + reading, "write " + written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03         | 1 March 2024   | 2024-03-01",
        "March 2024      | 1 March 2024   | 2024-03-01",
        "2024            | 1 January 2024 | 2024-01-01",
        "10:30 Mar 2024  | 1 March 2024   | 2024-03-01 10:30"
      })
  void takesTheFirstForADayThatIsNotNamed(String text, String reading, String written) {
    assertThat(doubt(text))
        .isEqualTo(
            new DateReading.Doubt(
                "'" + text + "' is read as " + reading,
                "write the whole date, such as " + written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-01 10:00 EST   | 1 March 2024 10:00 +01:00, as the zone 'EST' says no offset |"
            + " 2024-03-01 10:00+01:00",
        "2024-03-01 10:00 GMT+3 | 1 March 2024 10:00 -03:00 | 2024-03-01 10:00-03:00"
      })
  void saysHowItReadsAZoneThatIsNotPlain(String text, String reading, String written) {
    assertThat(doubt(text))
        .isEqualTo(
            new DateReading.Doubt("'" + text + "' is read as " + reading, "write " + written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"13/02/2024", "2024-02-01", "02/02/2024", "20240201", "1 Feb 2024", "13 Feb 1999"})
  void doubtsNothingThatIsPlain(String text) {
    assertThat(DateReader.read(text, PARIS))
        .isInstanceOfSatisfying(DateReading.Read.class, read -> assertThat(read.doubt()).isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "today                         | is not a date",
        "2026-03-01x                   | is not a date",
        "2026-03-01 09:30 Europe/Paris | is not a date",
        "5 March                       | is not a date: it names no year",
        "10:30                         | is not a date: it names no year",
        "Friday March 2024             | is not a date: it names no day of the month",
        "2026-13-01                    | is not a date of the calendar",
        "2026-00-10                    | is not a date of the calendar",
        "2025-02-29                    | is not a date of the calendar",
        "2026-03-01 24:00              | is not a date of the calendar",
        "2026-03-01 09:60              | is not a date of the calendar",
        "2026-03-01 09:30+19:00        | is not a date of the calendar",
        "99999-01-01                   | is not a date of the calendar"
      })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(DateReader.read(text, PARIS))
        .isInstanceOfSatisfying(
            DateReading.Refused.class,
            refused -> assertThat(refused.message()).isEqualTo("'" + text + "' " + problem));
  }

  /// A table of what dateutil, which Pelican reads dates by, makes of texts: a date, ERROR, or
  /// TODAY where it depends on the day it is asked.
  @Test
  void readsWhatPelicanReads() throws IOException {
    List<String> rows = Resource.lines("pelican-rules/dates.tsv");
    assertThat(rows).hasSizeGreaterThan(400);
    SoftAssertions.assertSoftly(
        softly ->
            rows.stream()
                .map(row -> row.split("\t", -1))
                .forEach(
                    row ->
                        softly.assertThat(asInTable(row[0], row[1])).as(row[0]).isEqualTo(row[1])));
  }

  private static String asInTable(String text, String pelicans) {
    return switch (DateReader.read(text, ZoneOffset.UTC)) {
      case DateReading.Refused refused -> pelicans.equals("TODAY") ? pelicans : "ERROR";
      case DateReading.Read read -> {
        if (pelicans.equals("TODAY")) {
          yield read.doubt() == null ? "read without a doubt" : pelicans;
        }
        boolean offset =
            DateReader.read(text, ZoneOffset.ofHours(7)) instanceof DateReading.Read elsewhere
                && elsewhere.date().toInstant().equals(read.date().toInstant());
        yield TABLE.format(read.date())
            + (offset
                ? String.format(Locale.ROOT, "%+d", read.date().getOffset().getTotalSeconds())
                : "");
      }
    };
  }

  private static DateReading.@Nullable Doubt doubt(String text) {
    return DateReader.read(text, PARIS) instanceof DateReading.Read read ? read.doubt() : null;
  }

  /// The form that nearly all dates have is read by itself; a space before it makes it another one.
  @Test
  void theUsualFormIsReadAsAllOthersAre() {
    for (String year : List.of("0099", "1000", "1911", "2024", "2026", "9999")) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String date = "%s-%02d-%02d".formatted(year, month, day);
          for (String time :
              List.of("", " 00:00", " 02:30", " 23:59", " 24:00", " 12:60", " 1x:00")) {
            assertThat(found(date + time)).isEqualTo(found(" " + date + time));
          }
        }
      }
    }
  }

  private static String found(String text) {
    return DateReader.read(text, PARIS).toString().replace("'" + text + "'", "it");
  }
}
