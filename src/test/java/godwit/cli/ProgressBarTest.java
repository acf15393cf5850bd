package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildListener.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBarTest {
  /// A line that fills the last column may go on in the next, which clearing one line would leave.
  @ParameterizedTest
  @ValueSource(ints = {1, 55, 999, 10_000, 100_000, 1_000_000})
  void fitsIntoAShortLine(int total) {
    for (int done = 0; done <= total; done += Math.max(1, total / 7)) {
      assertThat(ProgressBar.line(Stage.RENDER, done, total)).hasSizeLessThan(40);
    }
  }

  @Test
  void growsWithWhatIsDone() {
    assertThat(ProgressBar.line(Stage.READ, 0, 40))
        .isEqualTo("reading   [                     ] 0/40");
    assertThat(ProgressBar.line(Stage.READ, 20, 40))
        .isEqualTo("reading   [##########           ] 20/40");
    assertThat(ProgressBar.line(Stage.RENDER, 40, 40))
        .isEqualTo("rendering [#####################] 40/40");
  }
}
