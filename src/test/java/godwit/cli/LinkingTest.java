package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which functions of the C library a command links: each stands in a nested class of its own, and
/// to link one takes a start longer than all else that `--version` does.
class LinkingTest {
  @TempDir Path site;

  @Test
  void theVersionIsToldWithoutAny() throws Exception {
    assertThat(loaded("--version")).isEmpty();
  }

  @Test
  void aPublishLinksThoseOfAReleaseOnly() throws Exception {
    Files.writeString(
        site.resolve("godwit.toml"), "[site]\ntitle = \"A\"\nurl = \"https://example.org\"\n");
    Files.writeString(
        Files.createDirectory(site.resolve("content")).resolve("a.md"),
        "Title: A\nDate: 2026-01-02\n\nText.\n");
    assertThat(loaded("publish", "--site=" + site, "--as-of=2026-06-01T00:00Z"))
        .filteredOn(name -> name.contains("$") && !name.contains("$Body"))
        .filteredOn(name -> !name.contains("Lambda"))
        .containsExactlyInAnyOrder(
            "godwit.libc.UserCalls$Geteuid",
            "godwit.libc.FileCalls$Open",
            "godwit.libc.FileCalls$Rename",
            "godwit.libc.DescriptorCalls$Close",
            "godwit.libc.DescriptorCalls$Flock",
            "godwit.libc.DescriptorCalls$Syncfs");
    assertThat(site.resolve("public/html/index.html")).exists();
  }

  private static List<String> loaded(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xlog:class+load:stdout:none"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor())
        .as(log.lines().filter(line -> !line.contains(" source: ")).toList().toString())
        .isZero();
    return log.lines()
        .filter(line -> line.startsWith("godwit.libc."))
        .map(line -> line.replaceFirst(" .*", ""))
        .toList();
  }
}
