package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermWeightsTest {
  /// Five less what `round(steps - (steps - 1) * log(…) / log(…))` of Pelican's plugin says.
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 2", "6, 2", "10, 3", "20, 3", "30, 3", "50, 4", "100, 4"})
  void goesByTheLogarithm(int count, int weight) {
    assertThat(new TermWeights(4, 1, 100).of(count)).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({"4, 7, 7, 7, 1", "1, 1, 9, 9, 1", "10, 3, 12, 3, 1", "10, 3, 12, 12, 10"})
  void hasEnds(int steps, int least, int most, int count, int weight) {
    assertThat(new TermWeights(steps, least, most).of(count)).isEqualTo(weight);
  }
}
