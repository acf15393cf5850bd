package godwit.release;

import static godwit.release.Publishing.HOLDER;
import static godwit.release.Publishing.tree;
import static godwit.release.Publishing.writeAll;
import static godwit.release.Publishing.wrongsButForTheStore;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Publishes, rolls back and dies in random order, and compares every kept release with what was
/// published under its id.
class HistoryModelTest {
  private static final int STEPS = 40;
  private static final int KEEP = 4;

  @TempDir Path directory;

  private final Map<String, Map<String, String>> published = new HashMap<>();
  private Random random = new Random(0);
  private List<Strategy> strategies = List.of(Strategy.EXCHANGE);

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyReleaseThatIsKeptIsWhole(int seed) throws IOException {
    run(seed);
  }

  /// Each in turn by any strategy, whatever the one before used, and died in.
  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(ints = {21, 22, 23, 24, 25, 26})
  void soItIsByWhateverStrategy(int seed) throws IOException {
    strategies = List.of(Strategy.values());
    run(seed);
  }

  private void run(int seed) throws IOException {
    random = new Random(seed);
    publish(new SystemFiles());
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> rollBack(new SystemFiles());
        case 3 -> dying(this::rollBack);
        case 4 -> dying(this::publish);
        default -> publish(new SystemFiles());
      }
      String live = live();
      assertThat(tree(directory, "html")).as("live").isEqualTo(published.get(live));
      assertThat(wrongsButForTheStore(directory)).as("seed %d, step %d", seed, step).isEmpty();
    }
    for (Release release : target(new SystemFiles()).releases(HOLDER)) {
      if (!release.id().equals(live())) {
        target(new SystemFiles()).rollback(HOLDER, Optional.of(release.id()), Publishing.SITES);
      }
      assertThat(tree(directory, "html")).isEqualTo(published.get(release.id()));
    }
  }

  private interface Action {
    void run(FileOperations files) throws IOException;
  }

  private void dying(Action action) throws IOException {
    FaultyFiles files = FaultyFiles.dying(1 + random.nextInt(150));
    try {
      action.run(files);
    } catch (FaultyFiles.Death e) {
      // what it has left is to be put in order by whoever comes next
    } finally {
      files.end();
    }
  }

  private void publish(FileOperations files) throws IOException {
    Map<String, String> content = new TreeMap<>(Map.of("index.html", "" + random.nextInt(3)));
    for (String path : List.of("a.html", "b/a.html", "b/c/d.html", "e.css", "b/e.css", "f")) {
      int variant = random.nextInt(5);
      if (variant > 0) {
        content.put(path, "text " + variant); // the same text at several paths, and again later
      }
    }
    ReleaseRequest request =
        new ReleaseRequest(HOLDER, "https://example.org", HOLDER.since(), KEEP, Duration.ZERO);
    try (StagedRelease release = target(files).stage(request)) {
      writeAll(release, content);
      if (!release.changes().isEmpty()) {
        published.put(release.id(), content);
        release.goLive();
      }
    }
  }

  private void rollBack(FileOperations files) throws IOException {
    Target target = target(files);
    List<Release> kept = new ArrayList<>(target.releases(HOLDER));
    kept.removeIf(release -> release.state() == Release.State.LIVE);
    if (!kept.isEmpty()) {
      target.rollback(
          HOLDER, Optional.of(kept.get(random.nextInt(kept.size())).id()), Publishing.SITES);
    }
  }

  private String live() throws IOException {
    return target(new SystemFiles()).releases(HOLDER).stream()
        .filter(release -> release.state() == Release.State.LIVE)
        .findAny()
        .orElseThrow()
        .id();
  }

  private Target target(FileOperations files) throws IOException {
    return Target.open(directory, strategies.get(random.nextInt(strategies.size())), files);
  }
}
