package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
    "2026-07-01 09:30:15.123456,      2026-07-01T09:30:15+02:00",
    "2026-07-01T09:30:15Z,            2026-07-01T09:30:15Z",
    "2026-07-01T09:30:15.5+05:30,     2026-07-01T09:30:15+05:30",
    "2026-07-01 09:30 -0330,          2026-07-01T09:30-03:30",
    "2026-07-01 09:30+02,             2026-07-01T09:30+02:00",
    "'  2026-03-01  ',                2026-03-01T00:00+01:00",
    "2024-02-29,                      2024-02-29T00:00+01:00"
  })
  void readsEveryFormThatBlogsUse(String text, String expected) {
    assertThat(DateReader.read(text, PARIS).map(d -> d.toOffsetDateTime().toString()))
        .contains(expected);
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
    assertThat(DateReader.read(text, PARIS).map(d -> d.toOffsetDateTime().toString()))
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026",
        "2026-03",
        "2026-13-01",
        "2026-00-10",
        "2026-02-30",
        "2025-02-29",
        "2026-03-01 24:00",
        "2026-03-01 09",
        "2026-03-01 09:60",
        "2026-03-01 09:30 Europe/Paris",
        "2026-03-01 09:30+19:00",
        "2026-03-01x",
        "01.03.2026",
        "March 1, 2026",
        "20260301",
        "2026-03-01 09:30 +2:00",
        "٢٠٢٦-٠٣-٠١",
        "99999-01-01"
      })
  void takesNothingElse(String text) {
    assertThat(DateReader.read(text, PARIS)).isEmpty();
  }
}
