package godwit.release;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A map from paths that never changes, in their order. Another one is made of it at the cost of
/// what differs and of copying two arrays, which counts when a site is large and a change small.
final class PathMap<V> extends AbstractMap<String, V> {
  private final String[] paths;
  private final V[] values;

  private PathMap(String[] paths, V[] values) {
    this.paths = paths;
    this.values = values;
  }

  static <V> PathMap<V> empty() {
    return new PathMap<>(new String[0], array(0));
  }

  static <V> PathMap<V> of(SortedMap<String, V> map) {
    Builder<V> builder = new Builder<>(map.size());
    map.forEach(builder::add);
    return builder.build();
  }

  @SuppressWarnings("unchecked") // it holds nothing but what it is given as V
  private static <V> V[] array(int size) {
    return (V[]) new Object[size];
  }

  /// Takes entries in the order of their paths.
  static final class Builder<V> {
    private String[] paths;
    private V[] values;
    private int size;

    /// @param expected how many there will be, more or less
    Builder(int expected) {
      paths = new String[expected];
      values = array(expected);
    }

    /// @throws IllegalArgumentException if the path does not come after the one before
    void add(String path, V value) {
      if (size > 0 && paths[size - 1].compareTo(path) >= 0) {
        throw new IllegalArgumentException("'" + path + "' after '" + paths[size - 1] + "'");
      }
      if (size == paths.length) {
        int more = Math.max(16, 2 * size);
        paths = Arrays.copyOf(paths, more);
        values = Arrays.copyOf(values, more);
      }
      paths[size] = path;
      values[size] = value;
      size++;
    }

    /// To be called once.
    PathMap<V> build() {
      return size == paths.length
          ? new PathMap<>(paths, values)
          : new PathMap<>(Arrays.copyOf(paths, size), Arrays.copyOf(values, size));
    }
  }

  /// This map but for some paths.
  ///
  /// @param changes what each of them has then; empty if nothing
  PathMap<V> with(SortedMap<String, Optional<V>> changes) {
    String[] nextPaths = new String[paths.length + changes.size()];
    V[] nextValues = array(nextPaths.length);
    int from = 0;
    int size = 0;
    for (Map.Entry<String, Optional<V>> change : changes.entrySet()) {
      int found = Arrays.binarySearch(paths, from, paths.length, change.getKey());
      int until = found >= 0 ? found : -found - 1;
      System.arraycopy(paths, from, nextPaths, size, until - from);
      System.arraycopy(values, from, nextValues, size, until - from);
      size += until - from;
      from = found >= 0 ? until + 1 : until;
      if (change.getValue().isPresent()) {
        nextPaths[size] = change.getKey();
        nextValues[size] = change.getValue().get();
        size++;
      }
    }
    int rest = paths.length - from;
    System.arraycopy(paths, from, nextPaths, size, rest);
    System.arraycopy(values, from, nextValues, size, rest);
    size += rest;
    return new PathMap<>(Arrays.copyOf(nextPaths, size), Arrays.copyOf(nextValues, size));
  }

  /// The paths that only one of two maps has, or with other values.
  ///
  /// @param same whether two values count as one
  static <V> SortedSet<String> differing(PathMap<V> one, PathMap<V> other, BiPredicate<V, V> same) {
    SortedSet<String> differing = new TreeSet<>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      int order =
          i == one.size() ? 1 : j == other.size() ? -1 : compare(one.paths[i], other.paths[j]);
      if (order != 0) {
        differing.add(order < 0 ? one.paths[i] : other.paths[j]);
      } else if (!same.test(one.values[i], other.values[j])) {
        differing.add(one.paths[i]);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return differing;
  }

  private static int compare(String one, String other) {
    return one.equals(other) ? 0 : one.compareTo(other); // two maps mostly share their paths
  }

  /// The place of a path in the order; below zero if it is not here.
  int indexOf(String path) {
    return Arrays.binarySearch(paths, path);
  }

  /// @param index from 0, below the size
  String pathAt(int index) {
    return paths[index];
  }

  V valueAt(int index) {
    return values[index];
  }

  /// Whether there is a path below a directory; below `""` each is.
  boolean hasBelow(String directory) {
    if (directory.isEmpty()) {
      return paths.length > 0;
    }
    String prefix = directory + "/";
    int next = -Arrays.binarySearch(paths, prefix) - 1; // no path ends with a slash
    return next < paths.length && paths[next].startsWith(prefix);
  }

  @Override
  public int size() {
    return paths.length;
  }

  @Override
  public @Nullable V get(@Nullable Object path) {
    int index = path instanceof String text ? indexOf(text) : -1;
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object path) {
    return path instanceof String text && indexOf(text) >= 0;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, V>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return paths.length;
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, V>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < paths.length;
    }

    @Override
    public Map.Entry<String, V> next() {
      Map.Entry<String, V> entry = Map.entry(paths[next], values[next]);
      next++;
      return entry;
    }
  }
}
