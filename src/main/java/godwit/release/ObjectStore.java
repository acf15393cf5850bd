package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    List<Path> older = copies(hash);
    if (older.contains(object)) {
      files.delete(file);
    } else {
      createMissing(layout.objects());
      createMissing(directory);
      files.move(file, object);
    }
    for (Path copy : older) { // more than one where somebody has died here
      if (!copy.equals(object) && !copy.equals(file)) {
        files.delete(copy);
      }
    }
  }

  private void createMissing(Path directory) throws IOException {
    if (!files.status(directory).exists()) {
      files.createDirectory(directory, Layout.PRIVATE);
    }
  }

  Optional<Path> find(ContentHash hash) throws IOException {
    return copies(hash).stream().findFirst();
  }

  private List<Path> copies(ContentHash hash) throws IOException {
    List<Path> copies = new ArrayList<>();
    if (files.status(layout.objects()).exists()) {
      for (Path directory : files.list(layout.objects())) {
        Path object = directory.resolve(hash.toString());
        if (files.status(object).isFile()) {
          copies.add(object);
        }
      }
    }
    return copies;
  }

  /// Everything that is here.
  Map<Path, ContentHash> all() throws IOException {
    Map<Path, ContentHash> all = new HashMap<>();
    if (!files.status(layout.objects()).exists()) {
      return all;
    }
    for (Path directory : files.list(layout.objects())) {
      all.putAll(in(directory));
    }
    return all;
  }

  private Map<Path, ContentHash> in(Path directory) throws IOException {
    Map<Path, ContentHash> objects = new HashMap<>();
    for (Path object : files.list(directory)) {
      try {
        objects.put(object, ContentHash.parse(object.getFileName().toString()));
      } catch (IllegalArgumentException e) {
        // Whatever it is, it is not of the store.
      }
    }
    return objects;
  }

  /// Deletes what only these releases needed, the oldest that there were.
  void drop(List<String> releases) throws IOException {
    for (String release : releases) {
      files.deleteTree(layout.objects().resolve(release));
    }
  }

  /// Puts in order what lies under a release that is not known any more: somebody has died who
  /// dropped it, or a message has told somebody to forget it, and then older ones may need it.
  ///
  /// @param known the releases that there are
  /// @param users those of them that no tree holds, newest first
  void adopt(Set<String> known, List<String> users) throws IOException {
    if (!files.status(layout.objects()).exists()) {
      return;
    }
    for (Path directory : files.list(layout.objects())) {
      String release = directory.getFileName().toString();
      if (!known.contains(release)) {
        if (users.stream().anyMatch(user -> user.compareTo(release) < 0)) {
          for (Map.Entry<Path, ContentHash> object : in(directory).entrySet()) {
            take(object.getKey(), object.getValue(), users.getFirst());
          }
        }
        files.deleteTree(directory);
      }
    }
  }
}
