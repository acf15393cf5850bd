package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Saves what kept releases have and else only one tree has, when that tree turns out not to be
/// known: whoever moves or deletes it then takes nothing from them.
final class Rescue {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final ObjectStore store;

  Rescue(Layout layout, FileOperations files, ReleaseRecords records) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.store = new ObjectStore(layout, files);
  }

  /// Copies into the store what a tree has of the releases that no tree holds.
  ///
  /// @param journal which trees hold which release, this tree none
  void run(Path tree, Journal journal) throws IOException {
    Set<ContentHash> missing = new HashSet<>();
    Set<Long> sizes = new HashSet<>();
    Set<ContentHash> served = new HashSet<>();
    for (ReleaseRecord release : records.all()) {
      try {
        boolean isServed = journal.trees().containsValue(release.id());
        for (ManifestEntry entry : records.manifest(release.id()).files().values()) {
          if (isServed) {
            served.add(entry.hash());
          } else if (store.find(entry.hash()).isEmpty()) {
            missing.add(entry.hash());
            sizes.add(entry.size());
          }
        }
      } catch (DamagedException e) {
        // What it has cannot be told.
      }
    }
    missing.removeAll(served);
    List<String> users = records.withoutTree(journal);
    if (!users.isEmpty()) {
      copy(tree, missing, sizes, users.getFirst());
    }
  }

  private void copy(Path directory, Set<ContentHash> missing, Set<Long> sizes, String newest)
      throws IOException {
    if (missing.isEmpty()) {
      return;
    }
    try {
      for (Path child : files.list(directory)) {
        FileStatus status = files.status(child);
        if (status.isDirectory()) {
          copy(child, missing, sizes, newest);
        } else if (status.isFile() && sizes.contains(status.size())) {
          copyReadable(child, missing, newest);
        }
      }
    } catch (IOException e) {
      passOver(directory, e);
    }
  }

  private void copyReadable(Path file, Set<ContentHash> missing, String newest) throws IOException {
    try {
      copy(file, missing, newest);
    } catch (IOException e) {
      passOver(file, e);
    }
  }

  /// What this user cannot read cannot be saved by him, and is not lost by that either.
  private void passOver(Path path, IOException failure) throws IOException {
    if (new Obstacles(layout, files).behind(failure, path).isEmpty()) {
      throw failure;
    }
  }

  private void copy(Path file, Set<ContentHash> missing, String newest) throws IOException {
    if (missing.contains(files.hash(file))) {
      Path copy = layout.rescued();
      files.copyFile(file, copy);
      ContentHash hash = files.hash(copy);
      if (missing.remove(hash)) {
        store.take(copy, hash, newest);
      } else {
        files.delete(copy); // somebody has just written to the file
      }
    }
  }
}
