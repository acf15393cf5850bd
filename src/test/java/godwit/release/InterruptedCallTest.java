package godwit.release;

import static godwit.release.Publishing.openDescriptors;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The system calls that are our own, made to fail by strace in a process of its own.
class InterruptedCallTest {
  @TempDir Path temporary;
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    assumeTrue(OtherProcess.run("strace true 2>&1 | tail -1", Map.of()).contains("exited with 0"));
    target = temporary.toRealPath().resolve("public");
    publish(target, 1);
  }

  @Test
  void openAndFlockAreMadeAgain() throws IOException {
    for (String call : List.of("openat", "flock")) {
      Path trace = temporary.resolve(call);
      assertThat(run(call, "EINTR:when=1", trace, ".godwit/lock")).startsWith("published ");
      assertThat(Files.readString(trace)).contains("EINTR").contains("(INJECTED)");
    }
  }

  /// It may have used up the one report of a failed write.
  @Test
  void syncfsIsNot() throws IOException {
    assertThat(run("syncfs", "EINTR:when=1", temporary.resolve("trace"), ".godwit"))
        .isEqualTo(
            "FAILED: cannot store the release in %s/.godwit: it was interrupted\nrun it again"
                .formatted(target));
    assertUntouched();
  }

  /// It may have been done.
  @Test
  void anExchangeIsNot() throws IOException {
    assertThat(run("renameat2", "EINTR:when=1", temporary.resolve("trace"), "html"))
        .isEqualTo(
            "FAILED: cannot exchange %1$s/.godwit/staging with %1$s/html: it was interrupted\nrun it again"
                .formatted(target));
    assertUntouched();
  }

  /// All is on disk before the first exchange, and the exchanges are before it is said to be live.
  @Test
  void theDiskIsWaitedForBeforeTheExchangeAndAfterIt() throws IOException {
    Path trace = temporary.resolve("trace");
    assertThat(
            OtherProcess.run(
                "strace -f -y -e trace=syncfs,fsync,renameat2,write -o " + trace + " \"$@\"",
                Map.of("LC_ALL", "C.UTF-8"),
                target.toString()))
        .startsWith("published ");
    List<String> calls =
        Files.readAllLines(trace).stream()
            .map(
                line -> {
                  if (line.contains("syncfs(") && line.contains(target + "/.godwit>")) {
                    return "sync all";
                  } else if (line.contains("renameat2(") && line.contains(target + "/html\"")) {
                    return "exchange";
                  } else if (line.contains("fsync(") && line.contains(target + ">")) {
                    return "sync names";
                  }
                  return line.contains("\"published ") ? "said" : "";
                })
            .filter(call -> !call.isEmpty())
            .toList();
    assertThat(calls).containsExactly("sync all", "exchange", "sync names", "said");
  }

  @Test
  void aFailureLeavesNoDescriptorBehind() throws IOException {
    SystemFiles files = new SystemFiles();
    long descriptors = openDescriptors(Path.of("/"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> files.lock(Path.of("/dev/full"), new byte[1]));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> files.lock(target, new byte[1]));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> files.syncFileSystem(target.resolve("missing")));
    assertThat(openDescriptors(Path.of("/"))).isEqualTo(descriptors);
  }

  private String run(String call, String error, Path trace, String path) throws IOException {
    return OtherProcess.run(
        "strace -f -o %s -P %s/%s -e trace=%3$s -e inject=%3$s:error=%4$s \"$@\""
            .replace("%3$s", call)
            .replace("%4$s", error)
            .formatted(trace, target, path),
        Map.of("LC_ALL", "C.UTF-8"),
        target.toString());
  }

  private void assertUntouched() {
    assertThat(read(target.resolve("html"))).isEqualTo(release(1));
    assertThat(target.resolve("html.old")).doesNotExist();
  }
}
