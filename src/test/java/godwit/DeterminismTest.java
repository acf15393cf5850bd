package godwit;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Same input, same bytes: one site built by processes that differ in the number of threads, the
/// time zone, the locale, and the order in which the directories give their files.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeterminismTest {
  @TempDir static Path directory;

  private static Map<String, String> expected;

  @BeforeAll
  static void buildOnceByOneThread() throws Exception {
    VariedSite.writeTo(directory.resolve("forwards"), false);
    VariedSite.writeTo(directory.resolve("backwards"), true);
    expected = build("forwards", 1, "UTC", "en", "US");
    assertThat(expected).hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @CsvSource({
    "forwards,  2, UTC,                en, US",
    "forwards,  7, UTC,                en, US",
    "forwards,  2, Pacific/Kiritimati, en, US",
    "forwards,  2, America/St_Johns,   en, US",
    "forwards,  2, UTC,                tr, TR",
    "forwards,  2, UTC,                ar, EG",
    "backwards, 1, UTC,                en, US",
    "backwards, 7, America/St_Johns,   ar, EG"
  })
  void theSameSiteHasTheSameBytes(
      String site, int threads, String zone, String language, String country) throws Exception {
    Map<String, String> built = build(site, threads, zone, language, country);

    assertThat(built.keySet()).isEqualTo(expected.keySet());
    assertThat(built)
        .allSatisfy((path, bytes) -> assertThat(bytes).as(path).isEqualTo(expected.get(path)));
  }

  /// The files by path; their bytes as text in which each byte is a character.
  private static Map<String, String> build(
      String site, int threads, String zone, String language, String country)
      throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(directory, "built");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=" + zone,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "build",
            "--site=" + directory.resolve(site),
            "--output=" + output,
            "--as-of=2026-06-01T00:00Z",
            "--threads=" + threads);
    Path log = Files.createTempFile(directory, "log", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return files(output);
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
