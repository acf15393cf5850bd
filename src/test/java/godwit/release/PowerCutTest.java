package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power fails while a release is announced and stored, on a file system that writes in any
/// order what it has not been told to sync: of all that, each file may be there, be empty, or not
/// be there.
class PowerCutTest {
  private static final int RELEASES = 4;

  @TempDir(factory = FaultTest.InMemory.class)
  Path directory;

  /// What the disk has of a file that was not synced.
  enum OnDisk {
    NOTHING,
    ITS_NAME,
    ALL
  }

  @Test
  void aReleaseThatWasNotLiveYetIsForgottenWhateverTheDiskHasOfIt() throws IOException {
    for (boolean announced : new boolean[] {false, true}) {
      for (OnDisk record : OnDisk.values()) {
        for (OnDisk manifest : OnDisk.values()) {
          String state =
              "announced %s, record %s, manifest %s".formatted(announced, record, manifest);
          Path target = Files.createDirectory(directory.toRealPath().resolve(state));
          List<String> ids = publishAll(target);
          byte[] synced = dieBeforeTheSync(target);
          String made = newest(target);
          if (!announced) {
            Files.write(target.resolve(".godwit/journal"), synced);
          }
          lose(target.resolve(".godwit/releases").resolve(made), record);
          lose(target.resolve(".godwit/manifests").resolve(made), manifest);

          assertThat(Target.open(target).releases(HOLDER))
              .as(state)
              .extracting(Release::id)
              .containsExactlyElementsOf(ids.reversed());
          assertThat(wrongs(target)).as(state).isEmpty();
          publish(target, 9);
          assertThat(read(target.resolve("html"))).isEqualTo(release(9));
          assertThat(read(target.resolve("html.old"))).isEqualTo(release(RELEASES));
          assertThat(wrongs(target)).as(state).isEmpty();
        }
      }
    }
  }

  /// The deletions may be on disk, and that nothing is to be deleted any more may not; never the
  /// other way round.
  @Test
  void aReleaseIsForgottenOnDiskBeforeTheJournalForgetsIt() throws IOException {
    Path target = Files.createDirectory(directory.toRealPath().resolve("target"));
    publishAll(target);
    dieBeforeTheSync(target);
    List<String> order = new ArrayList<>();
    Target.open(
            target,
            new FaultyFiles((name, path) -> order.add(name + " " + target.relativize(path))))
        .releases(HOLDER);
    assertThat(order)
        .containsSubsequence(
            "sync .godwit/releases", "sync .godwit/manifests", "replace .godwit/journal")
        .filteredOn(operation -> operation.equals("replace .godwit/journal"))
        .hasSize(1);
  }

  /// A record that is back after the power cut must not be of a release whose bytes are gone.
  @Test
  void aReleaseIsDroppedOnDiskBeforeItsBytesAreDeleted() throws IOException {
    Path target = Files.createDirectory(directory.toRealPath().resolve("target"));
    ReleaseRequest request =
        new ReleaseRequest(HOLDER, "site", HOLDER.since(), 3, Duration.ofDays(1));
    List<String> order = new ArrayList<>();
    Target recorded =
        Target.open(
            target,
            new FaultyFiles((name, path) -> order.add(name + " " + target.relativize(path))));
    for (int number = 1; number <= 5; number++) {
      order.clear();
      publish(recorded, release(number), request);
    }
    List<String> end = order.subList(order.lastIndexOf("replace .godwit/journal"), order.size());
    assertThat(end).contains("sync .godwit/releases");
    assertThat(end.subList(0, end.indexOf("sync .godwit/releases")))
        .as("before the sync")
        .noneMatch(operation -> operation.startsWith("delete .godwit/objects/"));
    assertThat(end).anyMatch(operation -> operation.startsWith("delete .godwit/objects/"));
  }

  private static List<String> publishAll(Path target) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= RELEASES; number++) {
      ids.add(publish(target, number).id());
    }
    return ids;
  }

  /// @return the journal that was synced last
  private static byte[] dieBeforeTheSync(Path target) throws IOException {
    List<byte[]> synced = new ArrayList<>();
    FaultyFiles files =
        new FaultyFiles(
            (name, path) -> {
              if (name.equals("sync") && path.endsWith(".godwit")) {
                synced.add(Files.readAllBytes(target.resolve(".godwit/journal")));
              } else if (name.equals("syncFileSystem") || !synced.isEmpty() && isOver(synced)) {
                synced.add(new byte[0]);
                throw new FaultyFiles.Death();
              }
            });
    try {
      publish(Target.open(target, files), release(8));
    } catch (FaultyFiles.Death e) {
      files.end();
    }
    assertThat(synced).hasSizeGreaterThan(1);
    return synced.getFirst();
  }

  private static boolean isOver(List<byte[]> synced) {
    return synced.getLast().length == 0;
  }

  private static String newest(Path target) throws IOException {
    return new ReleaseRecords(new Layout(target), new SystemFiles()).all().getFirst().id();
  }

  private static void lose(Path file, OnDisk left) throws IOException {
    switch (left) {
      case NOTHING -> Files.delete(file);
      case ITS_NAME -> Files.write(file, new byte[0]);
      case ALL -> assertThat(file).isNotEmptyFile();
    }
  }
}
