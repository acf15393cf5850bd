package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each `failing/x.toml` is refused with exactly the text of `failing/x.txt`. Run with the
/// environment's `JAVA_TOOL_OPTIONS=-Dgodwit.overwrite=true` to write the texts anew, and read the
/// difference before you commit it.
class ConfigDiagnosticsTest {
  private static final Path FAILING = Path.of("src/test/resources/config/failing");

  @TempDir Path site;

  static List<Path> failing() throws IOException {
    try (Stream<Path> files = Files.list(FAILING)) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }

  @Test
  void thereAreManyFailingConfigs() throws IOException {
    assertThat(failing()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("failing")
  void isRefusedWithTheExpectedText(Path fixture) throws IOException {
    Path file = Files.copy(fixture, site.resolve("godwit.toml"));
    Path expected = Path.of(fixture.toString().replace(".toml", ".txt"));

    String found = refusal(file);

    if (Boolean.getBoolean("godwit.overwrite")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  @Test
  void aMissingFileIsAnError() {
    assertThat(refusal(site.resolve("godwit.toml")))
        .isEqualTo(
            """
            godwit.toml: error[config-file]: no such file
              hint: run 'godwit init' to begin a site here, or go to the directory of one
            """);
  }

  @Test
  void aDirectoryIsAnError() throws IOException {
    assertThat(refusal(Files.createDirectory(site.resolve("godwit.toml"))))
        .isEqualTo("godwit.toml: error[config-file]: it is a directory, not a file\n");
  }

  @Test
  void aHugeFileIsAnError() throws IOException {
    String text = "# a comment that goes on\n".repeat(200_000);
    assertThat(refusal(Files.writeString(site.resolve("godwit.toml"), text)))
        .isEqualTo("godwit.toml: error[config-file]: it is larger than 4 MiB\n");
  }

  @Test
  void deepNestingIsAnError() throws IOException {
    String text = "x = " + "[".repeat(50_000) + "]".repeat(50_000);
    assertThat(refusal(Files.writeString(site.resolve("godwit.toml"), text)))
        .isEqualTo(
            """
            godwit.toml: error[config-syntax]: it is nested too deeply
              hint: nothing in a godwit.toml needs arrays in arrays
            """);
  }

  /// What is printed for a file that is no valid config.
  private static String refusal(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<SiteConfig> config = ConfigReader.read(file, diagnostics);
    assertThat(config).isEmpty();
    return diagnostics.sorted().stream()
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
