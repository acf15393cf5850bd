package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The proofs of `scripts/torture`, in a form that is short enough to be run each time. Each is
/// skipped, and says why, where what it needs is not installed.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TortureIT {
  /// Of `scripts/torture`: it cannot be run here.
  private static final int CANNOT_RUN = 2;

  @Test
  void whoIsKilledInAnySystemCallLeavesHtmlWhole() throws Exception {
    torture("kill-steps", "--states", "recovery", "--sample", "4");
  }

  @Test
  void publishersThatMeetAndAreKilledLeaveHtmlWhole() throws Exception {
    torture("kill-random", "--kills", "4");
  }

  @Test
  void whoReadsThroughNginxFindsEveryPageWhole() throws Exception {
    torture(
        "readers", "--connections", "3", "--exchanges", "12", "--seconds", "1", "--cache", "on");
  }

  @Test
  void everythingIsOnDiskBeforeItIsLive() throws Exception {
    torture("order");
  }

  @Test
  void theDaemonEndsWhenItSuitsLeast() throws Exception {
    torture("dying", "--times", "1");
  }

  private static void torture(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("scripts/torture"));
    command.addAll(List.of(arguments));
    assumeTrue(isInstalled("python3"), "there is no python3");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("").toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assumeTrue(code != CANNOT_RUN, said);
    assertThat(code).as(said).isZero();
    System.out.print(said);
  }

  private static boolean isInstalled(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
  }
}
