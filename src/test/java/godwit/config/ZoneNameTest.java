package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNameTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, Europe/Paris",
    "europe/paris, Europe/Paris",
    "us/eastern, US/Eastern",
    "utc, UTC",
    "gmt, GMT",
    "EST5EDT, EST5EDT",
    "EST, -05:00",
    "MST, -07:00",
    "hst, -10:00",
    "+02:00, +02:00"
  })
  void areKnownWhateverTheirCase(String name, String zone) {
    assertThat(ZoneName.find(name))
        .hasValueSatisfying(found -> assertThat(found).hasToString(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Europe/Pariss", "PST", "Paris", "Europe/Paris\0"})
  void areNotGuessed(String name) {
    assertThat(ZoneName.find(name)).isEmpty();
  }
}
