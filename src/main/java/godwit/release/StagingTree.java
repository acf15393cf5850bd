package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tree at the staging name, and how it is made into another release: only what differs is
/// touched.
///
/// It lies in a directory that only Godwit's user can enter, so no symbolic link leads out of it;
/// with [Strategy#SYMLINK] in a slot, where nobody else may write unless he was let in. A file in
/// it is never written to, only replaced: whoever has it open goes on reading the bytes that he
/// began with.
final class StagingTree {
  static final int DIRECTORY_MODE = 0755;

  private final Layout layout;
  private final FileOperations files;
  private final ObjectStore store;

  StagingTree(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.store = new ObjectStore(layout, files);
  }

  /// Where the bytes of a release come from.
  interface Source {
    /// Puts a file that has the bytes and the modification time of the entry at a place where there
    /// is none.
    void put(ManifestEntry entry, Path file) throws IOException;
  }

  /// Makes the tree, which has to be exactly one release, into another one. What it loses goes into
  /// the store.
  ///
  /// @param difference where the two may differ
  /// @param storeUnder see [ObjectStore#take]
  void become(
      Manifest before, Manifest after, Difference difference, String storeUnder, Source source)
      throws IOException {
    Path root = layout.staging();
    int mode = files.status(root).mode();
    boolean narrowed = (mode & DIRECTORY_MODE) != DIRECTORY_MODE;
    int directoryMode = mode | DIRECTORY_MODE;
    SortedSet<String> touched = new TreeSet<>(difference.directories());
    if (narrowed) {
      files.setMode(root, directoryMode);
    }
    for (String path : difference.files()) {
      ManifestEntry old = before.files().get(path);
      ManifestEntry wanted = after.files().get(path);
      if (old != null && (wanted == null || !wanted.hasBytesOf(old))) {
        store.take(root.resolve(path), old.hash(), storeUnder);
        touched.add(Manifest.parent(path));
      }
    }
    for (String path : difference.directories().reversed()) {
      if (before.directories().containsKey(path) && !after.directories().containsKey(path)) {
        files.delete(root.resolve(path));
        touched.add(Manifest.parent(path));
      }
    }
    for (String path : difference.directories()) {
      boolean isNew = !before.directories().containsKey(path) && !path.isEmpty();
      if (isNew && after.directories().containsKey(path)) {
        files.createDirectory(root.resolve(path), DIRECTORY_MODE);
        if (narrowed) {
          files.setMode(root.resolve(path), directoryMode);
        }
        touched.add(Manifest.parent(path));
      }
    }
    for (String path : difference.files()) {
      ManifestEntry old = before.files().get(path);
      ManifestEntry wanted = after.files().get(path);
      if (wanted == null) {
        continue;
      }
      if (old == null || !old.hasBytesOf(wanted)) {
        put(wanted, root.resolve(path), narrowed, source);
        touched.add(Manifest.parent(path));
      } else if (!wanted.modified().equals(old.modified())) {
        files.setModified(root.resolve(path), wanted.modified());
      }
    }
    for (String path : touched) {
      Instant modified = after.directories().get(path);
      if (modified != null) {
        files.setModified(root.resolve(path), modified);
      }
    }
  }

  private void put(ManifestEntry wanted, Path file, boolean narrowed, Source source)
      throws IOException {
    try {
      source.put(wanted, file);
      if (narrowed) {
        files.setMode(file, ManifestEntry.MODE);
      }
    } catch (IOException e) {
      throw ReleaseException.of("write", file, e);
    }
  }

  /// What the tree really has of a release after a publisher died while it made it into another:
  /// all else in it is deleted.
  Manifest salvage(Manifest release) throws IOException {
    Path root = layout.staging();
    Set<String> gone = new HashSet<>();
    new Inspection(files)
        .run(
            root,
            release,
            Inspection.Depth.CONTENT,
            (problem, path) -> {
              gone.add(path);
              if (problem != Finding.Problem.MISSING) {
                files.deleteTree(root.resolve(path));
              }
            });
    SortedMap<String, Optional<ManifestEntry>> left = new TreeMap<>();
    for (ManifestEntry entry : release.files().values()) {
      left.put(
          entry.path(),
          gone.contains(entry.path())
              ? Optional.empty()
              : Optional.of(entry.modifiedAt(files.status(root.resolve(entry.path())).modified())));
    }
    SortedMap<String, Optional<Instant>> directories = new TreeMap<>();
    for (String path : release.directories().keySet()) {
      Optional<Instant> another = Optional.of(Instant.EPOCH); // so that each gets its time again
      directories.put(path, gone.contains(path) ? Optional.empty() : another);
    }
    return new Manifest(
        release.release(), release.files().with(left), release.directories().with(directories));
  }
}
