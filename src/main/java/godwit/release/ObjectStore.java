package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps what kept releases have and no tree has any more, each content once.
///
/// A file gets here by being moved out of the staging tree when that becomes another release: so a
/// release costs in the store what it has that later ones have not. It lies under the newest
/// release that needs it, by its hash: `objects/20260102T030405.678Z/5e88…d8`. Releases are
/// forgotten from the oldest on, and each takes its directory with it, without a look at what the
/// others need.
final class ObjectStore {
  private final Layout layout;
  private final FileOperations files;

  ObjectStore(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// Moves a file here.
  ///
  /// @param release the newest one without a tree that may need it
  void take(Path file, ContentHash hash, String release) throws IOException {
    Path directory = layout.objects().resolve(release);
    Path object = directory.resolve(hash.toString());
    Optional<Path> older = find(hash);
    if (older.equals(Optional.of(object))) {
      files.delete(file);
      return;
    }
    createMissing(layout.objects());
    createMissing(directory);
    files.move(file, object);
    if (older.isPresent()) {
      files.delete(older.get());
    }
  }

  private void createMissing(Path directory) throws IOException {
    if (!files.status(directory).exists()) {
      files.createDirectory(directory, Layout.PRIVATE);
    }
  }

  Optional<Path> find(ContentHash hash) throws IOException {
    if (files.status(layout.objects()).exists()) {
      for (Path directory : files.list(layout.objects())) {
        Path object = directory.resolve(hash.toString());
        if (files.status(object).isFile()) {
          return Optional.of(object);
        }
      }
    }
    return Optional.empty();
  }

  /// Everything that is here.
  Map<Path, ContentHash> all() throws IOException {
    Map<Path, ContentHash> all = new HashMap<>();
    if (!files.status(layout.objects()).exists()) {
      return all;
    }
    for (Path directory : files.list(layout.objects())) {
      for (Path object : files.list(directory)) {
        try {
          all.put(object, ContentHash.parse(object.getFileName().toString()));
        } catch (IllegalArgumentException e) {
          // Whatever it is, it is not of the store.
        }
      }
    }
    return all;
  }

  /// Deletes what only other releases than these needed.
  void retain(Set<String> releases) throws IOException {
    if (files.status(layout.objects()).exists()) {
      for (Path directory : files.list(layout.objects())) {
        if (!releases.contains(directory.getFileName().toString())) {
          files.deleteTree(directory);
        }
      }
    }
  }
}
