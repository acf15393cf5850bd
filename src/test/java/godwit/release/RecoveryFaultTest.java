package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.openDescriptors;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A publisher has died, and whoever puts the target in order after him meets a fault or dies too.
///
/// He has died before the operations that make a difference to who comes next, not before each: the
/// square of all would be a hundred thousand runs. Every operation of `fsck` fails once, every
/// operation of `releases` fails from then on, errors take turns, and each kind of operation meets
/// each one, see [Fault#among].
class RecoveryFaultTest {
  private static final int RELEASES = 3;

  /// Of its recovery every pair of a kind of operation and an error is met.
  private static final DiedBefore MOST_TO_DO = DiedBefore.SECOND_EXCHANGE;

  private static final Run FSCK = target -> target.check(HOLDER);
  private static final Run RELEASE_LIST = target -> target.releases(HOLDER);

  @TempDir(factory = FaultTest.InMemory.class)
  Path directory;

  private int targets;

  /// Before which operation the publisher has died.
  enum DiedBefore {
    FIRST_CHANGE_OF_THE_TREE("move", ".godwit/objects"),
    LAST_CHANGE_OF_THE_TREE("move", ".godwit/staging/a/only-in-8.html"),
    JOURNAL_OF_THE_SWAP("syncFileSystem", ".godwit"),
    FIRST_EXCHANGE("exchange", "html"),
    SECOND_EXCHANGE("exchange", "html.old"),
    SYNC_AFTER_THE_EXCHANGES("sync", "");

    private final String operation;
    private final String path;

    DiedBefore(String operation, String path) {
      this.operation = operation;
      this.path = path;
    }

    void publish(Path target) throws IOException {
      Path where = path.isEmpty() ? target : target.resolve(path);
      boolean[] dead = new boolean[1];
      FaultyFiles files =
          new FaultyFiles(
              (name, found) -> {
                dead[0] |= name.equals(operation) && isAt(found, where);
                if (dead[0]) {
                  throw new FaultyFiles.Death();
                }
              });
      try {
        Publishing.publish(Target.open(target, files), release(8));
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      assertThat(dead).containsExactly(true);
    }

    private boolean isAt(Path found, Path where) {
      return this == FIRST_CHANGE_OF_THE_TREE ? found.startsWith(where) : found.equals(where);
    }

    boolean swapped() {
      return compareTo(FIRST_EXCHANGE) > 0;
    }
  }

  interface Run {
    Object on(Target target) throws ReleaseException;
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void aFaultInFsckOrReleasesChangesNothingThatIsServed(DiedBefore died) throws IOException {
    fail(died, FSCK, false);
    fail(died, RELEASE_LIST, true);
  }

  private void fail(DiedBefore died, Run run, boolean stays) throws IOException {
    Set<String> met = died == MOST_TO_DO ? Set.of() : Set.copyOf(operations(MOST_TO_DO, run));
    for (Fault fault : Fault.among(operations(died, run), met, stays)) {
      fail(died, run, fault);
    }
  }

  private void fail(DiedBefore died, Run run, Fault fault) throws IOException {
    Path target = dead(died);
    try {
      run.on(Target.open(target, fault.files()));
    } catch (ReleaseException e) {
      assertThat(e)
          .hasMessageContaining(target.toString())
          .hasMessageContaining(fault.explanation().words());
      assertThat(e.remedy()).as("remedy, %s", fault).contains(fault.explanation().remedy());
    }
    assertThat(openDescriptors(target)).as("descriptors, %s", fault).isZero();
    assertNothingIsLost(died, target, fault);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void whoDiesOnTheWayIsFollowedByOneWhoDoesNot(DiedBefore died) throws IOException {
    for (int nth : Fault.deaths(operations(died, RELEASE_LIST))) {
      Path target = dead(died);
      FaultyFiles files = FaultyFiles.dying(nth);
      try {
        RELEASE_LIST.on(Target.open(target, files));
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      assertThat(files.count()).isGreaterThanOrEqualTo(nth);
      assertNothingIsLost(died, target, "death " + nth);
    }
  }

  private List<String> operations(DiedBefore died, Run run) throws IOException {
    List<String> operations = new ArrayList<>();
    run.on(Target.open(dead(died), FaultyFiles.recording(operations)));
    assertThat(operations).hasSizeGreaterThan(20);
    return operations;
  }

  private Path dead(DiedBefore died) throws IOException {
    Path target = Files.createDirectory(directory.toRealPath().resolve("target" + ++targets));
    for (int number = 1; number <= RELEASES; number++) {
      publish(Target.open(target, new FaultyFiles((_, _) -> {})), release(number));
    }
    died.publish(target);
    return target;
  }

  private static void assertNothingIsLost(DiedBefore died, Path target, Object after)
      throws IOException {
    Map<String, String> live = release(died.swapped() ? 8 : RELEASES);
    assertThat(read(target.resolve("html"))).as("html, %s", after).isEqualTo(live);
    assertThat(wrongs(target)).as("wrong after %s", after).isEmpty();
    assertThat(read(target.resolve("html"))).as("html, %s", after).isEqualTo(live);
    assertThat(read(target.resolve("html.old")))
        .as("html.old, %s", after)
        .isEqualTo(release(died.swapped() ? RELEASES : RELEASES - 1));
    assertThat(Target.open(target).releases(HOLDER))
        .as("releases after %s", after)
        .hasSize(died.swapped() ? RELEASES + 1 : RELEASES);
    publish(Target.open(target, new FaultyFiles((_, _) -> {})), release(9));
    assertThat(read(target.resolve("html"))).isEqualTo(release(9));
    assertThat(read(target.resolve("html.old"))).isEqualTo(live);
    assertThat(wrongs(target)).as("wrong after the next publish, %s", after).isEmpty();
  }
}
