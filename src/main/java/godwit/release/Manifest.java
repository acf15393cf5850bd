package godwit.release;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a release consists of: every file and every directory.
///
/// @param release the id
/// @param files by path
/// @param directories the modification time of each by its path, that of the root by `""`: when a
///   name in it last came or went
record Manifest(
    String release,
    SortedMap<String, ManifestEntry> files,
    SortedMap<String, Instant> directories) {
  Manifest {
    files = Collections.unmodifiableSortedMap(files);
    directories = Collections.unmodifiableSortedMap(directories);
  }

  /// A manifest of files whose directories follow from them.
  ///
  /// @param before the release whose directories keep their time where their names stay
  /// @param now the time of the others
  static Manifest of(
      String release, SortedMap<String, ManifestEntry> files, Manifest before, Instant now) {
    Map<String, Boolean> directories = new HashMap<>(); // whether a name in it came or went
    directories.put("", before.directories.isEmpty());
    files.keySet().forEach(path -> addParents(path, !before.files.containsKey(path), directories));
    for (String path : before.files.keySet()) {
      if (!files.containsKey(path)) {
        markParents(path, directories);
      }
    }
    for (String directory : directories.keySet()) {
      if (files.containsKey(directory)) {
        throw new IllegalStateException("'" + directory + "' is a file, and a directory too");
      }
    }
    SortedMap<String, Instant> times = new TreeMap<>();
    directories.forEach(
        (path, touched) -> {
          Instant old = before.directories.get(path);
          times.put(path, old == null || touched ? now : old);
        });
    for (String path : before.directories.keySet()) {
      if (!times.containsKey(path)) {
        String parent = parent(path);
        times.computeIfPresent(parent, (_, _) -> now);
      }
    }
    for (String path : Map.copyOf(times).keySet()) {
      if (!path.isEmpty() && !before.directories.containsKey(path)) {
        times.put(parent(path), now);
      }
    }
    return new Manifest(release, files, times);
  }

  static Manifest empty() {
    return new Manifest("", new TreeMap<>(), new TreeMap<>());
  }

  long pages() {
    return files.values().stream().filter(ManifestEntry::isPage).count();
  }

  long bytes() {
    return files.values().stream().mapToLong(ManifestEntry::size).sum();
  }

  /// The path of the directory of a path; `""` for the root.
  static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }

  private static void addParents(String path, boolean touched, Map<String, Boolean> directories) {
    String parent = parent(path);
    Boolean known = directories.get(parent);
    if (known == null) {
      addParents(parent, false, directories);
    }
    if (known == null || (touched && !known)) {
      directories.put(parent, touched);
    }
  }

  /// The nearest directory that is still there has lost a name.
  private static void markParents(String path, Map<String, Boolean> directories) {
    String parent = parent(path);
    directories.computeIfPresent(parent, (_, _) -> true);
  }
}
