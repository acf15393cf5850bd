package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  @Test
  void knowsItsVersion() {
    assertThat(new CommandLine(new Main()).getCommandSpec().version())
        .containsExactly("godwit 0.1.0");
  }
}
