package godwit.scripts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a program said, on both streams, and how it ended.
record Program(int exitCode, String said) {
  static Program run(String... command) throws IOException, InterruptedException {
    return run(List.of(command));
  }

  static Program run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " does not end: " + said);
      }
      return new Program(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  /// Skips the test where there is no such program.
  static void require(String name, String debianPackage) throws IOException, InterruptedException {
    assumeTrue(
        run("sh", "-c", "command -v " + name).exitCode() == 0,
        "there is no " + name + ": apt-get install " + debianPackage);
  }
}
