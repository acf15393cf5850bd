package godwit.release;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What a release consists of: every file and every directory.
///
/// @param release the id
/// @param files by path, in the order of the paths
/// @param directories the modification time of each by its path, that of the root by `""`: when a
///   name in it last came or went; in the order of the paths
record Manifest(
    String release,
    SequencedMap<String, ManifestEntry> files,
    SequencedMap<String, Instant> directories) {
  Manifest {
    files = Collections.unmodifiableSequencedMap(files);
    directories = Collections.unmodifiableSequencedMap(directories);
  }

  /// A manifest of files whose directories follow from them.
  ///
  /// @param files by path, in any order
  /// @param before the release whose directories keep their time where their names stay
  /// @param now the time of the others
  static Manifest of(
      String release, Map<String, ManifestEntry> files, Manifest before, Instant now) {
    List<String> added =
        files.keySet().stream().filter(path -> !before.files.containsKey(path)).sorted().toList();
    SequencedMap<String, ManifestEntry> sorted = LinkedHashMap.newLinkedHashMap(files.size());
    int next = 0;
    for (String path : before.files.keySet()) {
      while (next < added.size() && added.get(next).compareTo(path) < 0) {
        sorted.put(added.get(next), files.get(added.get(next)));
        next++;
      }
      ManifestEntry entry = files.get(path);
      if (entry != null) {
        sorted.put(path, entry);
      }
    }
    for (String path : added.subList(next, added.size())) {
      sorted.put(path, files.get(path));
    }
    boolean sameNames =
        added.isEmpty() && sorted.size() == before.files.size() && !before.directories.isEmpty();
    return new Manifest(
        release, sorted, sameNames ? before.directories : directories(sorted, before, now));
  }

  private static SequencedMap<String, Instant> directories(
      Map<String, ManifestEntry> files, Manifest before, Instant now) {
    Map<String, Boolean> touched = new HashMap<>(); // whether a name in it came or went
    touched.put("", before.directories.isEmpty());
    files.keySet().forEach(path -> addParents(path, !before.files.containsKey(path), touched));
    for (String path : before.files.keySet()) {
      if (!files.containsKey(path)) {
        markParent(path, touched);
      }
    }
    for (String path : before.directories.keySet()) {
      if (!path.isEmpty() && !touched.containsKey(path)) {
        markParent(path, touched);
      }
    }
    SequencedMap<String, Instant> times = LinkedHashMap.newLinkedHashMap(touched.size());
    for (String path : List.copyOf(touched.keySet())) {
      if (files.containsKey(path)) {
        throw new IllegalStateException("'" + path + "' is a file, and a directory too");
      }
      if (!path.isEmpty() && !before.directories.containsKey(path)) {
        markParent(path, touched);
      }
    }
    touched.keySet().stream()
        .sorted()
        .forEach(
            path -> {
              Instant old = before.directories.get(path);
              boolean keeps = old != null && !touched.getOrDefault(path, true);
              times.put(path, keeps ? old : now);
            });
    return times;
  }

  static Manifest empty() {
    return new Manifest("", new LinkedHashMap<>(), new LinkedHashMap<>());
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

  private static void markParent(String path, Map<String, Boolean> directories) {
    directories.computeIfPresent(parent(path), (_, _) -> true);
  }
}
