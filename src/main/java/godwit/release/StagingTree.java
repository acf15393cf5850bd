package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// The tree at the staging name, and how it is made into another release: only what differs is
/// touched.
///
/// It lies in a directory that only Godwit's user can enter, so no symbolic link leads out of it. A
/// file in it is never written to, only replaced: whoever has it open goes on reading the bytes
/// that he began with.
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
  /// @param storeUnder see [ObjectStore#take]
  void become(Manifest before, Manifest after, String storeUnder, Source source)
      throws IOException {
    Path root = layout.staging();
    int mode = files.status(root).mode();
    boolean narrowed = (mode & DIRECTORY_MODE) != DIRECTORY_MODE;
    int directoryMode = mode | DIRECTORY_MODE;
    Set<String> touched = new HashSet<>();
    if (narrowed) {
      files.setMode(root, directoryMode);
    }
    for (ManifestEntry old : before.files().values()) {
      ManifestEntry wanted = after.files().get(old.path());
      if (wanted == null || !wanted.hasBytesOf(old)) {
        store.take(root.resolve(old.path()), old.hash(), storeUnder);
        touched.add(Manifest.parent(old.path()));
      }
    }
    if (!before.directories().equals(after.directories())) {
      for (String path : before.directories().reversed().keySet()) {
        if (!after.directories().containsKey(path)) {
          files.delete(root.resolve(path));
          touched.add(Manifest.parent(path));
        }
      }
      for (String path : after.directories().keySet()) {
        if (!before.directories().containsKey(path) && !path.isEmpty()) {
          files.createDirectory(root.resolve(path), DIRECTORY_MODE);
          if (narrowed) {
            files.setMode(root.resolve(path), directoryMode);
          }
          touched.add(Manifest.parent(path));
        }
      }
    }
    for (ManifestEntry wanted : after.files().values()) {
      ManifestEntry old = before.files().get(wanted.path());
      if (old == null || !old.hasBytesOf(wanted)) {
        put(wanted, root.resolve(wanted.path()), narrowed, source);
        touched.add(Manifest.parent(wanted.path()));
      } else if (!old.modified().equals(wanted.modified())) {
        files.setModified(root.resolve(wanted.path()), wanted.modified());
      }
    }
    for (Map.Entry<String, Instant> directory : after.directories().entrySet()) {
      String path = directory.getKey();
      if (touched.contains(path) || !directory.getValue().equals(before.directories().get(path))) {
        files.setModified(root.resolve(path), directory.getValue());
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
    SequencedMap<String, ManifestEntry> left = new LinkedHashMap<>();
    for (ManifestEntry entry : release.files().values()) {
      if (!gone.contains(entry.path())) {
        Instant modified = files.status(root.resolve(entry.path())).modified();
        left.put(entry.path(), entry.modifiedAt(modified));
      }
    }
    SequencedMap<String, Instant> directories = new LinkedHashMap<>();
    for (String path : release.directories().keySet()) {
      if (!gone.contains(path)) {
        directories.put(path, Instant.EPOCH); // so that each gets its time again
      }
    }
    return new Manifest(release.release(), left, directories);
  }
}
