package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.openDescriptors;
import static godwit.release.Publishing.publish;
import static godwit.release.Publishing.read;
import static godwit.release.Publishing.release;
import static godwit.release.Publishing.tree;
import static godwit.release.Publishing.wrongs;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.libc.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every operation on the names of trees fails, and the process dies before each, with the
/// strategies that need several steps for an exchange, and when the strategy was changed. The
/// operations within trees and records are the same ones for every strategy: see [FaultTest].
class StrategyFaultTest {
  private static final List<Errno> ERRORS =
      List.of(Errno.ENOSPC, Errno.EIO, Errno.EACCES, Errno.EROFS, Errno.EMFILE, Errno.EINTR);
  private static final Pattern BEFORE = Pattern.compile(", the one before it is (.*)$");

  /// With one release there is no `html.old`, with three there is a tree at the staging name too.
  static final List<Case> CASES =
      List.of(
          new Case(Strategy.SYMLINK, Strategy.SYMLINK, 1, Action.PUBLISH),
          new Case(Strategy.SYMLINK, Strategy.SYMLINK, 3, Action.PUBLISH),
          new Case(Strategy.SYMLINK, Strategy.SYMLINK, 3, Action.GO_BACK),
          new Case(Strategy.RENAME, Strategy.RENAME, 1, Action.PUBLISH),
          new Case(Strategy.RENAME, Strategy.RENAME, 3, Action.PUBLISH),
          new Case(Strategy.RENAME, Strategy.RENAME, 2, Action.GO_BACK));

  static final List<Case> CHANGES =
      List.of(
          new Case(Strategy.EXCHANGE, Strategy.SYMLINK, 1, Action.PUBLISH),
          new Case(Strategy.EXCHANGE, Strategy.SYMLINK, 3, Action.PUBLISH),
          new Case(Strategy.SYMLINK, Strategy.EXCHANGE, 3, Action.PUBLISH),
          new Case(Strategy.SYMLINK, Strategy.RENAME, 3, Action.PUBLISH),
          new Case(Strategy.RENAME, Strategy.SYMLINK, 2, Action.GO_BACK));

  @TempDir(factory = FaultTest.InMemory.class)
  Path directory;

  private int targets;

  enum Action {
    PUBLISH,
    GO_BACK
  }

  /// @param before by which the releases were published that are there
  record Case(Strategy before, Strategy strategy, int releases, Action action) {
    void run(Path target, FileOperations files) throws ReleaseException {
      switch (action) {
        case PUBLISH -> publish(Target.open(target, strategy, files), release(8));
        case GO_BACK ->
            Target.open(target, strategy, files)
                .rollback(HOLDER, Optional.empty(), Publishing.SITES);
      }
    }

    Map<String, String> old() {
      return release(releases);
    }

    Map<String, String> made() {
      return release(action == Action.PUBLISH ? 8 : releases - 1);
    }

    Map<String, String> backup() {
      return releases > 1 ? release(releases - 1) : Map.of("", "absent");
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @FieldSource("CASES")
  void aFaultLeavesEverythingAsItWas(Case tried) throws IOException {
    for (int nth : operations(tried, _ -> true)) {
      Errno errno = ERRORS.get(nth % ERRORS.size());
      String fault = "%s, operation %d, %s".formatted(tried, nth, errno);
      Path target = prepare(tried);
      try {
        tried.run(target, FaultyFiles.failing(nth, false, errno));
        assertHtml(target, tried.made(), tried.old(), fault);
      } catch (ReleaseException e) {
        assertThat(e).as(fault).isNotInstanceOf(SwapLeftHalfDone.class);
        assertThat(e).hasMessageContaining(target.toString());
        assertHtml(target, tried.old(), tried.backup(), fault);
      }
      assertThat(openDescriptors(target)).as("descriptors, %s", fault).isZero();
      assertTheNextPublishWorks(target, tried.strategy(), fault);
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @FieldSource("CASES")
  void afterAFaultThatStaysEachTreeIsWhereTheMessageSays(Case tried) throws IOException {
    boolean halfDone = false;
    for (int nth : changes(tried)) {
      String fault = "%s, from operation %d".formatted(tried, nth);
      Path target = prepare(tried);
      try {
        tried.run(target, FaultyFiles.failing(nth, true, Errno.EIO));
      } catch (SwapLeftHalfDone e) {
        halfDone = true;
        assertEachIsWhereItSays(e, target, tried, fault);
      } catch (ReleaseException e) {
        assertHtml(target, tried.old(), tried.backup(), fault);
      }
      assertTheNextPublishWorks(target, tried.strategy(), fault);
    }
    assertThat(halfDone).as("whether any swap was left half done").isTrue();
  }

  private static void assertEachIsWhereItSays(
      SwapLeftHalfDone e, Path target, Case tried, String fault) throws IOException {
    Path html = target.resolve("html");
    assertThat(e).hasMessageContaining("the disk reports an error");
    if (e.getMessage().contains(html + " is absent, ")) {
      assertThat(tried.strategy()).as(fault).isEqualTo(Strategy.RENAME);
      assertThat(html).doesNotExist();
    } else if (e.getMessage().contains(html + " is the release that it was, whole")) {
      assertThat(tree(target, "html")).as(fault).isEqualTo(tried.old());
      return;
    } else {
      assertThat(e).hasMessageContaining(html + " is the new release, whole");
      assertThat(tree(target, "html")).as(fault).isEqualTo(tried.made());
    }
    var before = BEFORE.matcher(e.getMessage());
    assertThat(before.find()).as(e.getMessage()).isTrue();
    assertThat(read(Path.of(before.group(1)).toRealPath())).as(fault).isEqualTo(tried.old());
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @FieldSource("CASES")
  void whateverADeadPublisherLeftTheNextOneSortsItOut(Case tried) throws IOException {
    dieEverywhere(tried);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @FieldSource("CHANGES")
  void soItIsWhenTheStrategyWasChanged(Case tried) throws IOException {
    dieEverywhere(tried);
  }

  /// Who comes next uses each of the strategies in turn.
  private void dieEverywhere(Case tried) throws IOException {
    int absent = 0;
    for (int nth : changes(tried)) {
      Path target = prepare(tried);
      FaultyFiles files = FaultyFiles.dying(nth);
      try {
        tried.run(target, files);
      } catch (FaultyFiles.Death e) {
        files.end();
      }
      String death = "%s, death %d".formatted(tried, nth);
      if (!Files.exists(target.resolve("html"))) {
        absent++;
      } else {
        assertThat(tree(target, "html")).as(death).isIn(tried.old(), tried.made());
      }
      assertThat(liveWithoutALock(target)).as(death).isTrue();
      Strategy next = List.of(Strategy.values()).get(nth % 3);
      recover(target, next);
      boolean swapped = tree(target, "html").equals(tried.made());
      assertHtml(
          target,
          swapped ? tried.made() : tried.old(),
          swapped ? tried.old() : tried.backup(),
          death);
      assertTheNextPublishWorks(target, next, death);
    }
    assertThat(absent)
        .as("deaths after which html is absent until the next command")
        .isBetween(0, tried.strategy() == Strategy.RENAME ? 3 : 0);
  }

  /// Who only looks is told of one release that is live, whatever is on its way.
  private static boolean liveWithoutALock(Path target) throws IOException {
    return Target.open(target).releases().stream()
            .filter(release -> release.state() == Release.State.LIVE)
            .count()
        == 1;
  }

  /// Those that change something: a death before another is one before the next of these.
  private List<Integer> changes(Case tried) throws IOException {
    return operations(tried, FaultyFiles::changes);
  }

  /// The operations on the names of trees, on what leads to them and on the directories that those
  /// are in, counted from 1; of those that read the same the first and the last.
  private List<Integer> operations(Case tried, Predicate<String> isMeant) throws IOException {
    Path target = prepare(tried);
    Layout layout = new Layout(target);
    Set<Path> names = Set.of(target, layout.staging(), layout.aside(), layout.link());
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> last = new HashMap<>();
    SortedSet<Integer> chosen = new TreeSet<>();
    int[] count = new int[1];
    tried.run(
        target,
        new FaultyFiles(
            (name, path) -> {
              int nth = ++count[0];
              boolean isBeside = target.equals(path.getParent()) && !path.equals(layout.own());
              if (!isMeant.test(name)
                  || !(isBeside || names.contains(path) || path.startsWith(layout.slots()))) {
                return;
              }
              if (!FaultyFiles.changes(name)) {
                first.putIfAbsent(name + path, nth);
                last.put(name + path, nth);
              } else {
                chosen.add(nth);
              }
            }));
    chosen.addAll(first.values());
    chosen.addAll(last.values());
    assertThat(chosen).hasSizeGreaterThan(3);
    return List.copyOf(chosen);
  }

  private Path prepare(Case tried) throws IOException {
    Path target = Files.createDirectory(directory.toRealPath().resolve("target" + ++targets));
    for (int number = 1; number <= tried.releases(); number++) {
      publish(sound(target, tried.before()), release(number));
    }
    return target;
  }

  private static Target sound(Path target, Strategy strategy) throws IOException {
    return Target.open(target, strategy, new FaultyFiles((_, _) -> {}));
  }

  private static void recover(Path target, Strategy strategy) throws IOException {
    try (StagedRelease release = sound(target, strategy).stage(Publishing.REQUEST)) {
      assertThat(release).isNotNull();
    }
  }

  private static void assertHtml(
      Path target, Map<String, String> live, Map<String, String> backup, String when)
      throws IOException {
    assertThat(tree(target, "html")).as("html, %s", when).isEqualTo(live);
    assertThat(tree(target, "html.old")).as("html.old, %s", when).isEqualTo(backup);
  }

  private static void assertTheNextPublishWorks(Path target, Strategy strategy, String after)
      throws IOException {
    recover(target, strategy);
    Map<String, String> live = tree(target, "html");
    publish(sound(target, strategy), release(9));
    assertHtml(target, release(9), live, after);
    assertThat(wrongs(target)).as("wrong after %s", after).isEmpty();
    assertThat(names(target))
        .as("names after %s", after)
        .isEqualTo(expectedNames(target, strategy));
  }

  private static List<String> names(Path target) throws IOException {
    try (Stream<Path> names = Files.list(target)) {
      return names.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /// No slot is left over that nothing leads to.
  private static List<String> expectedNames(Path target, Strategy strategy) throws IOException {
    List<String> names = new ArrayList<>(List.of(".godwit", "html", "html.old"));
    for (String name : List.of("html", "html.old", ".godwit/staging")) {
      Path path = target.resolve(name);
      boolean isLink = Files.isSymbolicLink(path);
      if (!name.startsWith(".")) {
        assertThat(isLink).as(name).isEqualTo(strategy == Strategy.SYMLINK);
      }
      if (isLink) {
        names.add(path.toRealPath().getFileName().toString());
      }
    }
    return names.stream().sorted().toList();
  }
}
