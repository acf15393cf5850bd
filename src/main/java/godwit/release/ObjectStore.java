package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps what kept releases have and no tree has any more, each content once, under the name of its
/// hash. A file gets here by being moved out of the staging tree when that becomes another release:
/// so a release costs in the store what it has that later ones have not.
final class ObjectStore {
  private static final int PREFIX = 2;

  private final Layout layout;
  private final FileOperations files;

  ObjectStore(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// Moves a file here; if its content is here already, it is deleted.
  void take(Path file, ContentHash hash) throws IOException {
    Path object = locate(hash);
    if (files.status(object).exists()) {
      files.delete(file);
      return;
    }
    if (!files.status(layout.objects()).exists()) {
      files.createDirectory(layout.objects(), Layout.PRIVATE);
    }
    Path directory = layout.objects().resolve(hash.toString().substring(0, PREFIX));
    if (!files.status(directory).exists()) {
      files.createDirectory(directory, Layout.PRIVATE);
    }
    files.move(file, object);
  }

  Optional<Path> find(ContentHash hash) throws IOException {
    Path object = locate(hash);
    return files.status(object).isFile() ? Optional.of(object) : Optional.empty();
  }

  /// Everything that is here.
  Map<ContentHash, Path> all() throws IOException {
    Map<ContentHash, Path> all = new HashMap<>();
    if (!files.status(layout.objects()).exists()) {
      return all;
    }
    for (Path directory : files.list(layout.objects())) {
      for (Path object : files.list(directory)) {
        try {
          all.put(ContentHash.parse("" + directory.getFileName() + object.getFileName()), object);
        } catch (IllegalArgumentException e) {
          // Whatever it is, it is not of the store.
        }
      }
    }
    return all;
  }

  /// Deletes what is not among these.
  void retain(Set<ContentHash> needed) throws IOException {
    for (Map.Entry<ContentHash, Path> object : all().entrySet()) {
      if (!needed.contains(object.getKey())) {
        files.delete(object.getValue());
      }
    }
  }

  private Path locate(ContentHash hash) {
    String name = hash.toString();
    return layout.objects().resolve(name.substring(0, PREFIX)).resolve(name.substring(PREFIX));
  }
}
