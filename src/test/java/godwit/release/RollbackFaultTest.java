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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every operation of a rollback is made to fail, see [Fault#among], and the process to die before
/// each. Five releases are kept: two trees, one at the staging name, two in the store.
class RollbackFaultTest {
  private static final int RELEASES = 5;

  @TempDir(factory = FaultTest.InMemory.class)
  Path directory;

  private int targets;

  /// The two ways back.
  enum Way {
    /// Exchange html with html.old.
    EXCHANGE(4),
    /// Make the tree at the staging name into a release from the store.
    STORE(2);

    private final int number;

    Way(int number) {
      this.number = number;
    }

    void back(Target target, List<String> ids) throws ReleaseException {
      target.rollback(
          HOLDER,
          this == EXCHANGE ? Optional.empty() : Optional.of(ids.get(number - 1)),
          Publishing.SITES);
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void aFaultLeavesEverythingAsItWas(Way way) throws IOException {
    Set<String> met = way == Way.STORE ? Set.of() : Set.copyOf(operations(Way.STORE));
    for (Fault fault : Fault.among(operations(way), met)) {
      fail(way, fault);
    }
  }

  private void fail(Way way, Fault fault) throws IOException {
    Path target = directory.toRealPath().resolve("target" + ++targets);
    List<String> ids = publishAll(target);
    try {
      way.back(Target.open(target, fault.files()), ids);
      assertThat(read(target.resolve("html"))).isEqualTo(release(way.number));
      assertThat(read(target.resolve("html.old"))).isEqualTo(release(RELEASES));
    } catch (SwapLeftHalfDone e) {
      assertSays(e, target, fault);
      assertThat(read(target.resolve("html"))).isEqualTo(release(way.number));
      Path where = Path.of(e.getMessage().replaceAll(".* the one before it is ", ""));
      assertThat(read(where)).as("the one before, %s", fault).isEqualTo(release(RELEASES));
    } catch (ReleaseException e) {
      assertSays(e, target, fault);
      assertThat(read(target.resolve("html"))).as("html, %s", fault).isEqualTo(release(RELEASES));
      assertThat(read(target.resolve("html.old")))
          .as("html.old, %s", fault)
          .isEqualTo(release(RELEASES - 1));
    }
    assertThat(openDescriptors(target)).as("descriptors, %s", fault).isZero();
    assertEveryReleaseIsThere(target, ids, fault);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void whateverADeadRollbackLeftTheNextOneSortsItOut(Way way) throws IOException {
    for (int nth : Fault.deaths(operations(way))) {
      Path target = directory.toRealPath().resolve("target" + ++targets);
      List<String> ids = publishAll(target);
      FaultyFiles files = FaultyFiles.dying(nth);
      try {
        way.back(Target.open(target, files), ids);
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      assertThat(files.count()).isGreaterThanOrEqualTo(nth);
      Map<String, String> live = read(target.resolve("html"));
      assertThat(live).as("html, death %d", nth).isIn(release(RELEASES), release(way.number));

      assertThat(wrongs(target)).as("recovered, death %d", nth).isEmpty();
      assertThat(read(target.resolve("html"))).as("html, death %d", nth).isEqualTo(live);
      assertThat(read(target.resolve("html.old")))
          .as("html.old, death %d", nth)
          .isEqualTo(release(live.equals(release(RELEASES)) ? RELEASES - 1 : RELEASES));
      assertEveryReleaseIsThere(target, ids, "death " + nth);
    }
  }

  private List<String> operations(Way way) throws IOException {
    Path target = directory.toRealPath().resolve("target" + ++targets);
    List<String> ids = publishAll(target);
    List<String> operations = new ArrayList<>();
    way.back(Target.open(target, FaultyFiles.recording(operations)), ids);
    assertThat(operations).as("operations").hasSizeGreaterThan(20).contains("exchange", "sync");
    return operations;
  }

  private static List<String> publishAll(Path target) throws IOException {
    Files.createDirectory(target);
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= RELEASES; number++) {
      ids.add(publish(Target.open(target, new FaultyFiles((_, _) -> {})), release(number)).id());
    }
    return ids;
  }

  private static void assertSays(ReleaseException e, Path target, Fault fault) {
    assertThat(e)
        .hasMessageContaining(target.toString())
        .hasMessageContaining(fault.explanation().words());
    assertThat(e.remedy().orElseThrow())
        .isIn(fault.explanation().remedy(), SwapLeftHalfDone.REMEDY);
  }

  /// A publish works, leaves nothing behind, and all can be gone back to.
  private static void assertEveryReleaseIsThere(Path target, List<String> ids, Object after)
      throws IOException {
    Map<String, String> live = read(target.resolve("html"));
    Target sound = Target.open(target, new FaultyFiles((_, _) -> {}));
    publish(sound, release(9));
    assertThat(read(target.resolve("html"))).as("after %s", after).isEqualTo(release(9));
    assertThat(read(target.resolve("html.old"))).as("after %s", after).isEqualTo(live);
    assertThat(wrongs(target)).as("wrong after %s", after).isEmpty();
    sound.rollback(HOLDER, Optional.of(ids.getFirst()), Publishing.SITES);
    assertThat(read(target.resolve("html"))).as("after %s", after).isEqualTo(release(1));
    assertThat(sound.releases(HOLDER)).as("after %s", after).hasSize(RELEASES + 1);
  }
}
