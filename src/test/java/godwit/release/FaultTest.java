package godwit.release;

import static godwit.release.Publishing.openDescriptors;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.write;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every operation of a publish is made to fail, and the publisher to die before each.
///
/// Each operation fails with each error if that is asked for: some ten thousand publishes. Else
/// every pair of a kind of operation and an error is met, see [Fault#among].
class FaultTest {
  /// A publish that needs no more operations than these has not been looked at.
  private static final int FEW = 30;

  /// So few releases are kept that one more than three drops one.
  private static final ReleaseRequest REQUEST =
      new ReleaseRequest(
          Publishing.HOLDER, "site", Publishing.HOLDER.since(), 3, Duration.ofDays(7));

  @TempDir(factory = InMemory.class)
  Path directory;

  private int targets;

  /// What stands at the target before the publish that fails.
  enum Before {
    NOTHING,
    ONE_RELEASE,
    TWO_RELEASES,
    FOUR_RELEASES,
    ANOTHER_TOOLS,
    ANOTHER_TOOLS_AND_A_BACKUP;

    void prepare(Path target) throws IOException {
      switch (this) {
        case NOTHING -> {}
        case ONE_RELEASE -> publishAll(target, 1);
        case TWO_RELEASES -> publishAll(target, 2);
        case FOUR_RELEASES -> publishAll(target, 4);
        case ANOTHER_TOOLS -> write(target.resolve("html/index.html"), "theirs");
        case ANOTHER_TOOLS_AND_A_BACKUP -> {
          publishAll(target, 2);
          new SystemFiles().deleteTree(target.resolve("html"));
          write(target.resolve("html/index.html"), "theirs");
        }
      }
    }

    private static void publishAll(Path target, int count) throws IOException {
      for (int number = 1; number <= count; number++) {
        publishSoundly(target, number);
      }
    }

    boolean adopts() {
      return this == ANOTHER_TOOLS || this == ANOTHER_TOOLS_AND_A_BACKUP;
    }

    /// What is wrong with a target, but for what was deleted by hand, and for the other tool's.
    List<String> wrongsOf(Path target) throws IOException {
      return wrongs(target).stream()
          .filter(wrong -> !adopts() || !wrong.contains("NO_RECORD, place=html.old"))
          .filter(
              wrong ->
                  this != ANOTHER_TOOLS_AND_A_BACKUP
                      || !wrong.contains("LOST")
                      || !wrong.contains("Z-2]"))
          .toList();
    }
  }

  /// Some thousand publishes take a tenth of the time in memory.
  static final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext field, ExtensionContext test)
        throws IOException {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "godwit")
          : Files.createTempDirectory("godwit");
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void aFaultLeavesEverythingAsItWas(Before before) throws IOException {
    for (Fault fault : faults(before, false)) {
      Path target = prepare(before);
      Map<String, String> live = read(target.resolve("html"));
      Map<String, String> backup = read(target.resolve("html.old"));
      try {
        publish(Target.open(target, fault.files()), release(8), REQUEST);
        assertWentLive(before, target, live, fault);
      } catch (ReleaseException e) {
        assertSays(e, target, fault);
        assertThat(read(target.resolve("html"))).as("html, %s", fault).isEqualTo(live);
        assertThat(read(target.resolve("html.old"))).as("html.old, %s", fault).isEqualTo(backup);
      }
      assertThat(openDescriptors(target)).as("descriptors, %s", fault).isZero();
      assertTheNextPublishWorks(before, target, fault);
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void afterAFaultThatStaysEachTreeIsWhereTheMessageSays(Before before) throws IOException {
    for (Fault fault : faults(before, true)) {
      Path target = prepare(before);
      Map<String, String> live = read(target.resolve("html"));
      Map<String, String> backup = read(target.resolve("html.old"));
      try {
        publish(Target.open(target, fault.files()), release(8), REQUEST);
        assertWentLive(before, target, live, fault);
      } catch (SwapLeftHalfDone e) {
        assertSays(e, target, fault);
        assertThat(e).hasMessageContaining(target.resolve("html") + " is the new release, whole");
        assertThat(read(target.resolve("html"))).isEqualTo(release(8));
        if (before != Before.NOTHING) {
          Path where = Path.of(e.getMessage().replaceAll(".* the one before it is ", ""));
          assertThat(read(where)).as("the one before, %s", fault).isEqualTo(live);
          recover(target);
          assertThat(read(target.resolve("html.old"))).as("recovered, %s", fault).isEqualTo(live);
        }
      } catch (ReleaseException e) {
        assertSays(e, target, fault);
        assertThat(read(target.resolve("html"))).as("html, %s", fault).isEqualTo(live);
        assertThat(read(target.resolve("html.old"))).as("html.old, %s", fault).isEqualTo(backup);
      }
      assertThat(openDescriptors(target)).as("descriptors, %s", fault).isZero();
      assertTheNextPublishWorks(before, target, fault);
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void whateverADeadPublisherLeftTheNextOneSortsItOut(Before before) throws IOException {
    for (int nth : Fault.deaths(operations(before))) {
      Path target = prepare(before);
      Map<String, String> live = read(target.resolve("html"));
      Map<String, String> backup = read(target.resolve("html.old"));
      FaultyFiles files = FaultyFiles.dying(nth);
      try {
        publish(Target.open(target, files), release(8), REQUEST);
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      assertThat(files.count()).as("operations").isGreaterThanOrEqualTo(nth);
      assertThat(read(target.resolve("html"))).as("html, death %d", nth).isIn(live, release(8));

      recover(target);
      boolean swapped = read(target.resolve("html")).equals(release(8));
      assertThat(read(target.resolve("html.old")))
          .as("html.old, death %d, swapped: %s", nth, swapped)
          .isEqualTo(swapped ? live : backup);
      assertTheNextPublishWorks(before, target, "death " + nth);
    }
  }

  /// The tree that is made into the release has been another one with the same bytes: those are
  /// nowhere else, and a release that is kept has them still.
  @Test
  void whoDiesPublishingWhatThereWasBeforeTakesNothingOfThat() throws IOException {
    for (int nth : Fault.deaths(operations(Before.FOUR_RELEASES))) {
      Path target = prepare(Before.FOUR_RELEASES);
      assertThat(read(target.resolve(".godwit/staging"))).isEqualTo(release(2));
      FaultyFiles files = FaultyFiles.dying(nth);
      try {
        publish(Target.open(target, files), release(2), REQUEST);
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      recover(target);
      assertThat(wrongs(target))
          .as("recovered, death %d", nth)
          .noneMatch(wrong -> wrong.contains("LOST"));
      publishSoundly(target, 9);
      assertThat(wrongs(target)).as("wrong after death %d", nth).isEmpty();
    }
  }

  private List<Fault> faults(Before before, boolean stays) throws IOException {
    Set<String> met =
        before == Before.FOUR_RELEASES ? Set.of() : Set.copyOf(operations(Before.FOUR_RELEASES));
    return Fault.among(operations(before), met).stream()
        .filter(fault -> fault.stays() == stays)
        .toList();
  }

  /// The operations of a publish that nothing befalls.
  private List<String> operations(Before before) throws IOException {
    Path target = prepare(before);
    List<String> operations = new ArrayList<>();
    publish(Target.open(target, FaultyFiles.recording(operations)), release(8), REQUEST);
    assertThat(operations).hasSizeGreaterThan(FEW);
    return operations;
  }

  private static void publishSoundly(Path target, int number) throws IOException {
    publish(Target.open(target, new FaultyFiles((_, _) -> {})), release(number), REQUEST);
  }

  private Path prepare(Before before) throws IOException {
    Path target = Files.createDirectory(directory.toRealPath().resolve("target" + ++targets));
    before.prepare(target);
    return target;
  }

  /// The path, the cause, and what to do.
  private static void assertSays(ReleaseException e, Path target, Fault fault) {
    assertThat(e)
        .hasMessageContaining(target.toString())
        .hasMessageContaining(fault.explanation().words());
    assertThat(e.remedy())
        .as("remedy, %s", fault)
        .hasValueSatisfying(
            remedy ->
                assertThat(remedy).isIn(fault.explanation().remedy(), SwapLeftHalfDone.REMEDY));
  }

  private static void assertWentLive(
      Before before, Path target, Map<String, String> live, Fault fault) {
    assertThat(read(target.resolve("html"))).as("html, %s", fault).isEqualTo(release(8));
    if (before != Before.NOTHING) {
      assertThat(read(target.resolve("html.old"))).as("html.old, %s", fault).isEqualTo(live);
    }
  }

  /// What any publisher does first, whatever becomes of it.
  private static void recover(Path target) throws IOException {
    try (StagedRelease release = Target.open(target).stage(REQUEST)) {
      assertThat(release).isNotNull();
    } catch (ReleaseException e) { // it cannot go on: html.old is another tool's now
      assertThat(e.kind()).as(e.getMessage()).isEqualTo(ReleaseException.Kind.REFUSED);
    }
  }

  private static void assertTheNextPublishWorks(Before before, Path target, Object after)
      throws IOException {
    Map<String, String> live = read(target.resolve("html"));
    try {
      publishSoundly(target, 9);
    } catch (ReleaseException e) { // rightly: the tree of another tool is the backup already
      assertThat(e.kind()).as(e.getMessage()).isEqualTo(ReleaseException.Kind.REFUSED);
      assertThat(before.adopts()).isTrue();
      assertThat(live).isEqualTo(release(8));
      assertThat(read(target.resolve("html.old"))).isEqualTo(Map.of("index.html", "theirs"));
      assertThat(before.wrongsOf(target)).as("wrong after %s", after).isEmpty();
      return;
    }
    assertThat(read(target.resolve("html"))).isEqualTo(release(9));
    if (!live.equals(Map.of("", "absent"))) {
      assertThat(read(target.resolve("html.old"))).isEqualTo(live);
    }
    assertThat(before.wrongsOf(target)).as("wrong after %s", after).isEmpty();
  }
}
