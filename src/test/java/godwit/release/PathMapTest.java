package godwit.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathMapTest {
  private static final List<String> PATHS =
      List.of("", "a", "a-b", "a/b", "a/b/c", "a/ä", "a0", "b", "b/a", "ä/ö", "z", "z/z/z/z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void behavesAsASortedMapDoes(long seed) {
    Random random = new Random(seed);
    SortedMap<String, Integer> expected = new TreeMap<>();
    PathMap<Integer> map = PathMap.empty();
    for (int round = 0; round < 500; round++) {
      SortedMap<String, Integer> before = new TreeMap<>(expected);
      PathMap<Integer> mapBefore = map;
      SortedMap<String, Optional<Integer>> changes = changes(random);
      changes.forEach(
          (path, value) ->
              value.ifPresentOrElse(v -> expected.put(path, v), () -> expected.remove(path)));

      map = map.with(changes);

      assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
      assertThat(map).isEqualTo(PathMap.of(expected)).hasSameSizeAs(expected);
      for (String path : PATHS) {
        assertThat(map.get(path)).isEqualTo(expected.get(path));
        assertThat(map.containsKey(path)).isEqualTo(expected.containsKey(path));
        assertThat(map.hasBelow(path)).as(path).isEqualTo(hasBelow(expected, path));
      }
      assertThat(PathMap.differing(mapBefore, map, Integer::equals))
          .isEqualTo(differing(before, expected));
      assertThat(mapBefore).as("the map before").isEqualTo(before);
    }
  }

  private static SortedMap<String, Optional<Integer>> changes(Random random) {
    SortedMap<String, Optional<Integer>> changes = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      changes.put(path, random.nextBoolean() ? Optional.of(random.nextInt(3)) : Optional.empty());
    }
    return changes;
  }

  private static boolean hasBelow(SortedMap<String, Integer> map, String directory) {
    return directory.isEmpty()
        ? !map.isEmpty()
        : map.keySet().stream().anyMatch(path -> path.startsWith(directory + "/"));
  }

  private static SortedSet<String> differing(
      SortedMap<String, Integer> one, SortedMap<String, Integer> other) {
    SortedSet<String> differing = new TreeSet<>();
    for (String path : PATHS) {
      if (!Objects.equals(one.get(path), other.get(path))) {
        differing.add(path);
      }
    }
    return differing;
  }

  @Test
  void takesPathsOnlyInTheirOrder() {
    PathMap.Builder<Integer> builder = new PathMap.Builder<>(0);
    builder.add("b", 1);

    for (String path : List.of("a", "b")) {
      assertThatThrownBy(() -> builder.add(path, 2)).isInstanceOf(IllegalArgumentException.class);
    }
    builder.add("c", 2);
    assertThat(builder.build().keySet()).containsExactly("b", "c");
  }
}
