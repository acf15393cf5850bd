package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command in a process of its own does when nobody can have what it prints.
class LostOutputTest {
  private static final String FULL =
      "godwit: standard output cannot be written: No space left on device";

  @TempDir Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    new TestSite(directory, "[site]\ntitle = \"Flock\"\n")
        .article("one.md", "Title: One\nDate: 2026-01-02\n\nA.\n");
  }

  /// @param line with `GODWIT` for the command and `SITE` for the option that names the site
  private Cli shell(String line) throws IOException, InterruptedException {
    List<String> godwit =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    String command = godwit.stream().map(part -> "'" + part + "'").collect(Collectors.joining(" "));
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                line.replace("GODWIT", command).replace("SITE", "--site='" + directory + "'"))
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    // Among the tests' libraries is one that FreeMarker finds and that says so.
    return new Cli(process.waitFor(), out, err.replaceAll("log4j:.*\n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "list --json", "diff", "releases", "status", "schedule", "list --help"})
  void whatIsAskedForAndCannotBeToldIsAFailure(String command) throws Exception {
    assertThat(shell("GODWIT " + command + " SITE >/dev/full"))
        .isEqualTo(new Cli(7, "", FULL + "\n"));
  }

  @Test
  void whatWasDoneIsDoneThoughItCannotBeTold() throws Exception {
    assertThat(shell("GODWIT publish SITE >/dev/full"))
        .isEqualTo(new Cli(0, "", FULL + "; 'godwit publish' did its work all the same\n"));
    assertThat(shell("GODWIT publish SITE --json --dry-run >/dev/full").exitCode()).isEqualTo(7);
  }

  @Test
  void aReaderMayHaveEnough() throws Exception {
    Cli told = shell("GODWIT list SITE --json | true; echo ${PIPESTATUS[0]}");

    assertThat(told).isEqualTo(new Cli(0, "0\n", ""));
  }

  @Test
  void anErrorOfTheSiteIsToldWithItsOwnExitCode() throws Exception {
    new TestSite(directory, "[site]\ntitle = \"Flock\"\n")
        .article("one.md", "Title: One\nDate: someday\n\nA.\n");
    Cli told = shell("GODWIT list SITE --json >/dev/full");

    assertThat(Arrays.asList(told.exitCode(), told.err())).isEqualTo(List.of(1, FULL + "\n"));
  }
}
