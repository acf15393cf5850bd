package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void knowsItsVersion() {
    assertThat(Cli.run("--version")).isEqualTo(new Cli(0, "godwit 0.1.0\n", ""));
  }
}
