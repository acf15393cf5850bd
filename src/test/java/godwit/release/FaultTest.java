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
import java.util.Map;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every operation on files is made to fail in turn, and the publisher to die before each.
class FaultTest {
  /// A publish that needs no more operations than these has not been looked at.
  private static final int FEW = 30;

  @TempDir(factory = InMemory.class)
  Path directory;

  /// What stands at the target before the publish that fails.
  enum Before {
    NOTHING,
    ONE_RELEASE,
    TWO_RELEASES,
    ANOTHER_TOOLS,
    ANOTHER_TOOLS_AND_A_BACKUP;

    void prepare(Path target) throws IOException {
      switch (this) {
        case NOTHING -> {}
        case ONE_RELEASE -> publishSoundly(target, 1);
        case TWO_RELEASES -> {
          publishSoundly(target, 1);
          publishSoundly(target, 2);
        }
        case ANOTHER_TOOLS -> write(target.resolve("html/index.html"), "theirs");
        case ANOTHER_TOOLS_AND_A_BACKUP -> {
          publishSoundly(target, 1);
          publishSoundly(target, 2);
          new SystemFiles().deleteTree(target.resolve("html"));
          write(target.resolve("html/index.html"), "theirs");
        }
      }
    }

    boolean adopts() {
      return this == ANOTHER_TOOLS || this == ANOTHER_TOOLS_AND_A_BACKUP;
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
  @EnumSource
  void aFaultLeavesEverythingAsItWas(Before before) throws IOException {
    for (int nth = 1; ; nth++) {
      Path target = prepare(before, nth);
      Map<String, String> live = read(target.resolve("html"));
      Map<String, String> backup = read(target.resolve("html.old"));
      long descriptors = openDescriptors();
      FaultyFiles files = FaultyFiles.failing(nth, false, Errno.ENOSPC);
      try {
        publish(Target.open(target, files), release(8));
        if (files.count() < nth) {
          assertThat(files.count()).as("operations").isGreaterThan(FEW);
          return;
        }
        assertThat(read(target.resolve("html"))).isEqualTo(release(8));
      } catch (ReleaseException e) {
        assertThat(e).hasMessageContaining(target.toString()).hasMessageContaining("no space");
        assertThat(e.remedy()).isPresent();
        assertThat(read(target.resolve("html"))).as("html, fault %d", nth).isEqualTo(live);
        assertThat(read(target.resolve("html.old"))).as("html.old, %d", nth).isEqualTo(backup);
      }
      assertThat(openDescriptors()).as("descriptors, fault %d", nth).isEqualTo(descriptors);
      assertTheNextPublishWorks(before, target);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterAFaultThatStaysEachTreeIsWhereTheMessageSays(Before before) throws IOException {
    for (int nth = 1; ; nth++) {
      Path target = prepare(before, nth);
      Map<String, String> live = read(target.resolve("html"));
      Map<String, String> backup = read(target.resolve("html.old"));
      FaultyFiles files = FaultyFiles.failing(nth, true, Errno.EIO);
      try {
        publish(Target.open(target, files), release(8));
        if (files.count() < nth) {
          return;
        }
        assertThat(read(target.resolve("html"))).isEqualTo(release(8));
      } catch (SwapLeftHalfDone e) {
        assertThat(e).hasMessageContaining(target.resolve("html") + " is the new release, whole");
        assertThat(read(target.resolve("html"))).isEqualTo(release(8));
        if (before != Before.NOTHING) {
          Path where = Path.of(e.getMessage().replaceAll(".* the one before it is ", ""));
          assertThat(read(where)).as("the one before, fault %d", nth).isEqualTo(live);
          recover(target);
          assertThat(read(target.resolve("html.old"))).as("recovered, %d", nth).isEqualTo(live);
        }
      } catch (ReleaseException e) {
        assertThat(e).hasMessageContaining(target.toString());
        assertThat(read(target.resolve("html"))).as("html, fault %d", nth).isEqualTo(live);
        assertThat(read(target.resolve("html.old"))).as("html.old, %d", nth).isEqualTo(backup);
      }
      assertTheNextPublishWorks(before, target);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverADeadPublisherLeftTheNextOneSortsItOut(Before before) throws IOException {
    for (int nth = 1; ; nth++) {
      Path target = prepare(before, nth);
      Map<String, String> live = read(target.resolve("html"));
      Map<String, String> backup = read(target.resolve("html.old"));
      FaultyFiles files = FaultyFiles.dying(nth);
      try {
        publish(Target.open(target, files), release(8));
        assertThat(files.count()).as("operations").isBetween(FEW, nth - 1);
        return;
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      assertThat(read(target.resolve("html"))).as("html, death %d", nth).isIn(live, release(8));

      recover(target);
      boolean swapped = read(target.resolve("html")).equals(release(8));
      assertThat(read(target.resolve("html.old")))
          .as("html.old, death %d, swapped: %s", nth, swapped)
          .isEqualTo(swapped ? live : backup);
      assertTheNextPublishWorks(before, target);
    }
  }

  private static void publishSoundly(Path target, int number) throws IOException {
    publish(Target.open(target, new FaultyFiles((_, _) -> {})), release(number));
  }

  private Path prepare(Before before, int nth) throws IOException {
    Path target = Files.createDirectory(directory.toRealPath().resolve("target" + nth));
    before.prepare(target);
    return target;
  }

  /// What any publisher does first, whatever becomes of it.
  private static void recover(Path target) throws IOException {
    try (StagedRelease release = Target.open(target).stage(Publishing.REQUEST)) {
      assertThat(release).isNotNull();
    } catch (ReleaseException e) { // it cannot go on: html.old is another tool's now
      assertThat(e.kind()).as(e.getMessage()).isEqualTo(ReleaseException.Kind.REFUSED);
    }
  }

  private static void assertTheNextPublishWorks(Before before, Path target) throws IOException {
    Map<String, String> live = read(target.resolve("html"));
    try {
      publishSoundly(target, 9);
    } catch (ReleaseException e) { // rightly: the tree of another tool is the backup already
      assertThat(e.kind()).as(e.getMessage()).isEqualTo(ReleaseException.Kind.REFUSED);
      assertThat(before.adopts()).isTrue();
      assertThat(live).isEqualTo(release(8));
      assertThat(read(target.resolve("html.old"))).isEqualTo(Map.of("index.html", "theirs"));
      assertThat(wrongs(target)).filteredOn(wrong -> !wrong.contains("LOST")).isEmpty();
      return;
    }
    assertThat(read(target.resolve("html"))).isEqualTo(release(9));
    if (!live.equals(Map.of("", "absent"))) {
      assertThat(read(target.resolve("html.old"))).isEqualTo(live);
    }
    assertThat(wrongs(target))
        .filteredOn(wrong -> !wrong.contains("LOST") || before != Before.ANOTHER_TOOLS_AND_A_BACKUP)
        .isEmpty();
  }
}
