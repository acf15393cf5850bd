package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.openDescriptors;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
  @TempDir Path directory;

  @Test
  void aSecondPublisherInThisProcessIsToldWhoHoldsTheLock() throws IOException {
    try (StagedRelease _ = Target.open(directory).stage(Publishing.REQUEST)) {
      long descriptors = openDescriptors(directory);
      for (int i = 0; i < 2; i++) { // the first refusal must not have given the lock away
        assertThatExceptionOfType(TargetBusyException.class)
            .isThrownBy(() -> publish(directory, 1))
            .withMessage(
                "another publish to %s is running: 'godwit publish', process 4711, since"
                    + " 2026-01-02T03:04:05Z",
                directory.toRealPath());
      }
      assertThat(openDescriptors(directory)).as("descriptors").isEqualTo(descriptors);
      assertThat(OtherProcess.run("\"$@\"", Map.of(), directory.toString()))
          .startsWith("BUSY: another publish to")
          .contains("process 4711");
    }
    publish(directory, 1);
    assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
  }

  @Test
  void aPublisherInAnotherProcessHoldsTheLockUntilItDies() throws Exception {
    Process other = OtherProcess.start("exec \"$@\"", Map.of(), directory.toString(), "hold");
    try (BufferedReader output = other.inputReader()) {
      assertThat(output.readLine()).isEqualTo("holding");

      assertThatExceptionOfType(TargetBusyException.class)
          .isThrownBy(() -> publish(directory, 1))
          .withMessageContaining(
              "'godwit test', process " + other.pid() + ", since 2026-05-06T07:08:09Z")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(ReleaseException.Kind.BUSY));
      assertThat(directory.resolve(".godwit/incoming")).isDirectory();

      other.destroyForcibly().waitFor();
      publish(directory, 1);
      assertThat(read(directory.resolve("html"))).isEqualTo(release(1));
    } finally {
      other.destroyForcibly();
    }
  }

  /// A process that is being started has the descriptors of this one for a moment.
  @Test
  void aLockThatIsLetGoIsFreeWhateverIsStartedMeanwhile() throws Exception {
    Path file = directory.resolve("lock");
    SystemFiles files = new SystemFiles();
    CompletableFuture<Void> starts =
        CompletableFuture.runAsync(LockTest::startFiftyProcesses, Thread.ofPlatform()::start);
    while (!starts.isDone()) {
      try (FileOperations.Lock _ = files.lock(file, new byte[] {' '}).orElseThrow()) {
        assertThat(files.lockToRead(file)).isEmpty();
      }
      try (FileOperations.Lock _ = files.lockToRead(file).orElseThrow()) {
        assertThat(files.lock(file, new byte[0])).isEmpty();
      }
    }
    starts.join();
  }

  private static void startFiftyProcesses() {
    try {
      for (int i = 0; i < 50; i++) {
        new ProcessBuilder("true").start().waitFor();
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLockFileThatSaysNothingIsDescribedAllTheSame() {
    assertThat(Holder.describe(new byte[0], Path.of("/t")))
        .isEqualTo("another publish to /t is running");
    assertThat(
            Holder.describe(
                new Holder(1, "tester", HOLDER.since(), "a\nb\u001b[0m").toBytes(), Path.of("/t")))
        .isEqualTo(
            "another publish to /t is running: 'a b [0m', process 1, since 2026-01-02T03:04:05Z");
  }
}
