package godwit.release;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a release consists of: every file and every directory.
///
/// @param release the id
/// @param directories the modification time of each by its path, that of the root by `""`: when a
///   name in it last came or went
/// @param totals of the files
record Manifest(
    String release, PathMap<ManifestEntry> files, PathMap<Instant> directories, Totals totals) {
  Manifest(String release, PathMap<ManifestEntry> files, PathMap<Instant> directories) {
    this(release, files, directories, Totals.of(files));
  }

  static Manifest empty() {
    return new Manifest("", PathMap.empty(), PathMap.empty());
  }

  /// A manifest that was made of another one.
  ///
  /// @param difference every path of which the two say anything else
  record Successor(Manifest manifest, Difference difference) {}

  /// The manifest of the release that follows on this one, at the cost of what differs. Directories
  /// follow from the files; each keeps its time where no name in it comes or goes.
  ///
  /// @param changes what is at each path that differs; empty if nothing
  /// @param now the time of the other directories
  /// @throws IllegalStateException if a path would be a file and a directory
  Successor next(
      String nextRelease, SortedMap<String, Optional<ManifestEntry>> changes, Instant now) {
    PathMap<ManifestEntry> nextFiles = files.with(changes);
    SortedMap<String, Optional<Instant>> touched = new TreeMap<>();
    if (directories.isEmpty()) {
      touched.put("", Optional.of(now));
    }
    Totals nextTotals = totals;
    for (Map.Entry<String, Optional<ManifestEntry>> change : changes.entrySet()) {
      nextTotals =
          nextTotals.without(files.get(change.getKey())).with(change.getValue().orElse(null));
    }
    changes.forEach(
        (path, entry) -> {
          if (entry.isPresent() != files.containsKey(path)) {
            touch(parent(path), nextFiles, now, touched);
          }
          if (entry.isPresent() && nextFiles.hasBelow(path)) {
            throw bothFileAndDirectory(path);
          }
        });
    touched.forEach(
        (path, time) -> {
          if (time.isPresent() && nextFiles.containsKey(path)) {
            throw bothFileAndDirectory(path);
          }
        });
    PathMap<Instant> nextDirectories = touched.isEmpty() ? directories : directories.with(touched);
    return new Successor(
        new Manifest(nextRelease, nextFiles, nextDirectories, nextTotals),
        new Difference(new TreeSet<>(changes.keySet()), new TreeSet<>(touched.keySet())));
  }

  /// Notes that a name came or went in a directory, which may come or go with it.
  private void touch(
      String directory,
      PathMap<ManifestEntry> nextFiles,
      Instant now,
      SortedMap<String, Optional<Instant>> touched) {
    if (touched.containsKey(directory)) {
      return;
    }
    boolean stays = directory.isEmpty() || nextFiles.hasBelow(directory);
    touched.put(directory, stays ? Optional.of(now) : Optional.empty());
    if (stays != directories.containsKey(directory)) {
      touch(parent(directory), nextFiles, now, touched);
    }
  }

  private static IllegalStateException bothFileAndDirectory(String path) {
    return new IllegalStateException("'" + path + "' is a file, and a directory too");
  }

  /// What the release has, in numbers.
  ///
  /// @param pages those whose address others may have noted
  /// @param files those that people are told of: no copies under names that change with the bytes
  /// @param bytes of all
  record Totals(long pages, long files, long bytes) {
    private static Totals of(PathMap<ManifestEntry> files) {
      long pages = 0;
      long listed = 0;
      long bytes = 0;
      for (int i = 0; i < files.size(); i++) {
        ManifestEntry entry = files.valueAt(i);
        pages += entry.isPage() ? 1 : 0;
        listed += entry.isAsset() ? 0 : 1;
        bytes += entry.size();
      }
      return new Totals(pages, listed, bytes);
    }

    private Totals with(@Nullable ManifestEntry entry) {
      return plus(entry, 1);
    }

    private Totals without(@Nullable ManifestEntry entry) {
      return plus(entry, -1);
    }

    private Totals plus(@Nullable ManifestEntry entry, int times) {
      return entry == null
          ? this
          : new Totals(
              pages + (entry.isPage() ? times : 0),
              files + (entry.isAsset() ? 0 : times),
              bytes + entry.size() * times);
    }
  }

  /// The path of the directory of a path; `""` for the root.
  static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }
}
