package godwit.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final List<String> PATHS =
      List.of("index.html", "a/index.html", "a/b/c.html", "a/b/d.html", "a-b/ä.html", "z/z/z.css");

  /// Each release is judged by what was said of all before it: which files there are, and at which
  /// release a name in each directory came or went last.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void followsFromTheOneBeforeByWhatDiffers(long seed) throws Exception {
    Random random = new Random(seed);
    Manifest manifest = Manifest.empty();
    ManifestText text = ManifestText.EMPTY;
    SortedMap<String, ManifestEntry> files = new TreeMap<>();
    SortedMap<String, Instant> directories = new TreeMap<>();
    for (int number = 1; number <= 300; number++) {
      Instant now = Instant.ofEpochSecond(1_000_000 + number);
      SortedMap<String, Optional<ManifestEntry>> changes = changes(random, now);
      Set<String> before = new TreeSet<>(files.keySet());
      changes.forEach(
          (path, entry) ->
              entry.ifPresentOrElse(e -> files.put(path, e), () -> files.remove(path)));
      update(directories, before, files.keySet(), now);

      Manifest.Successor successor = manifest.next("r" + number, changes, now);
      Manifest next = successor.manifest();

      assertThat(next.files()).isEqualTo(files);
      assertThat(next.directories()).isEqualTo(directories);
      assertThat(next.totals())
          .isEqualTo(new Manifest("", next.files(), next.directories()).totals());
      byte[] bytes = ManifestFile.toBytes(successor, text);
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(new String(whole(next), StandardCharsets.UTF_8));
      Manifest read = ManifestFile.parse("r" + number, bytes);
      assertThat(read).isEqualTo(next);
      manifest = random.nextBoolean() ? read : next;
      text = new ManifestText(manifest, bytes);
    }
  }

  /// As if nothing of it had been there before.
  private static byte[] whole(Manifest manifest) {
    Difference all =
        new Difference(
            new TreeSet<>(manifest.files().keySet()),
            new TreeSet<>(manifest.directories().keySet()));
    return ManifestFile.toBytes(new Manifest.Successor(manifest, all), ManifestText.EMPTY);
  }

  private static SortedMap<String, Optional<ManifestEntry>> changes(Random random, Instant now) {
    SortedMap<String, Optional<ManifestEntry>> changes = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      changes.put(
          path, random.nextBoolean() ? Optional.of(entry(path, random, now)) : Optional.empty());
    }
    return changes;
  }

  private static ManifestEntry entry(String path, Random random, Instant now) {
    byte[] bytes = {(byte) random.nextInt(3)};
    OutputFile file =
        new OutputFile(new OutputPath(path), OutputFile.Kind.PAGE, "content/ü\n" + path);
    return new ManifestEntry(
        new OutputFile(file.path(), file.kind(), file.source().replace('\n', ' ')),
        bytes.length,
        ContentHash.of(bytes),
        now,
        random.nextLong(),
        random.nextBoolean() ? "a stamp" : null,
        random.nextBoolean() ? now : null);
  }

  private static void update(
      SortedMap<String, Instant> directories, Set<String> before, Set<String> after, Instant now) {
    Set<String> earlier = names(before);
    Set<String> later = names(after);
    Set<String> touched = new TreeSet<>();
    for (String name : later) {
      if (!earlier.contains(name)) {
        touched.add(Manifest.parent(name));
      }
    }
    for (String name : earlier) {
      if (!later.contains(name)) {
        touched.add(Manifest.parent(name));
      }
    }
    directories.keySet().removeIf(path -> !path.isEmpty() && !later.contains(path));
    directories.putIfAbsent("", now);
    for (String path : later) {
      if (!after.contains(path)) {
        directories.putIfAbsent(path, now);
      }
    }
    directories.replaceAll((path, time) -> touched.contains(path) ? now : time);
  }

  /// Files and directories.
  private static Set<String> names(Set<String> files) {
    Set<String> names = new TreeSet<>();
    for (String file : files) {
      for (String name = file; !name.isEmpty(); name = Manifest.parent(name)) {
        names.add(name);
      }
    }
    return names;
  }

  @Test
  void noPathIsAFileAndADirectory() {
    Manifest file = next(Manifest.empty(), "a/b");
    Manifest directory = next(Manifest.empty(), "a/b/c");

    for (String path : List.of("a", "a/b/c", "a/b/c/d")) {
      assertThatThrownBy(() -> next(file, path)).hasMessageContaining("and a directory too");
    }
    for (String path : List.of("a", "a/b", "a/b/c/d/e")) {
      assertThatThrownBy(() -> next(directory, path)).hasMessageContaining("and a directory too");
    }
  }

  @Test
  void aFileMayTakeTheNameOfADirectoryThatGoes() {
    Manifest manifest = next(Manifest.empty(), "a/b/c");
    SortedMap<String, Optional<ManifestEntry>> changes = new TreeMap<>();
    changes.put("a/b/c", Optional.empty());
    changes.put("a/b", Optional.of(entry("a/b", new Random(1), Instant.EPOCH)));

    Manifest next = manifest.next("2", changes, Instant.EPOCH).manifest();

    assertThat(next.files().keySet()).containsExactly("a/b");
    assertThat(next.directories().keySet()).containsExactly("", "a");
  }

  private static Manifest next(Manifest manifest, String path) {
    ManifestEntry entry = entry(path, new Random(1), Instant.EPOCH);
    return manifest
        .next("1", new TreeMap<>(Map.of(path, Optional.of(entry))), Instant.EPOCH)
        .manifest();
  }

  @Test
  void everyByteOfTheFileCounts() throws Exception {
    Manifest manifest = next(Manifest.empty(), "a/b");
    byte[] whole = whole(manifest);
    assertThat(ManifestFile.parse("1", whole)).isEqualTo(manifest);

    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      byte[] cut = Arrays.copyOf(whole, i);
      assertThatThrownBy(() -> ManifestFile.parse("1", damaged))
          .as(new String(damaged, StandardCharsets.UTF_8))
          .isInstanceOf(ReleaseException.class);
      assertThatThrownBy(() -> ManifestFile.parse("1", cut))
          .as(new String(cut, StandardCharsets.UTF_8))
          .isInstanceOf(DamagedException.class);
    }
  }
}
