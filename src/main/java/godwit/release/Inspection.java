package godwit.release;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Compares a tree with a manifest.
final class Inspection {
  private final FileOperations files;

  Inspection(FileOperations files) {
    this.files = files;
  }

  /// How closely to look.
  enum Depth {
    /// By size and time of each file, and its bytes only where the time differs; by the names only
    /// of directories whose time differs. Whoever edits a file or adds one changes those.
    STATUS,
    /// By every byte and every name.
    CONTENT
  }

  /// Is told what differs. It may move or delete the file.
  interface Visitor {
    void found(Finding.Problem problem, String path) throws IOException;
  }

  void run(Path root, Manifest manifest, Depth depth, Visitor visitor) throws IOException {
    for (ManifestEntry entry : manifest.files().values()) {
      Path file = root.resolve(entry.path());
      BasicStatus status = files.basicStatus(file);
      if (!status.exists()) {
        visitor.found(Finding.Problem.MISSING, entry.path());
      } else if (!isAsWritten(file, status, entry, depth)) {
        visitor.found(Finding.Problem.CHANGED, entry.path());
      }
    }
    for (Map.Entry<String, Instant> directory : manifest.directories().entrySet()) {
      look(root, directory.getKey(), directory.getValue(), manifest, depth, visitor);
    }
  }

  /// The names in the tree that the manifest does not have, in the directories that were changed: a
  /// look at each directory, and at no file.
  List<String> unknown(Path root, Manifest manifest) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, Instant> directory : manifest.directories().entrySet()) {
      look(
          root,
          directory.getKey(),
          directory.getValue(),
          manifest,
          Depth.STATUS,
          (problem, path) -> {
            if (problem == Finding.Problem.UNKNOWN) {
              unknown.add(path);
            }
          });
    }
    unknown.sort(Comparator.naturalOrder());
    return List.copyOf(unknown);
  }

  /// Whether the tree is the release of the manifest, every byte and no file more, be the times
  /// other ones.
  boolean matches(Path root, Manifest manifest) throws IOException {
    for (ManifestEntry entry : manifest.files().values()) {
      BasicStatus status = files.basicStatus(root.resolve(entry.path()));
      if (!status.isFile() || status.size() != entry.size()) {
        return false;
      }
    }
    boolean[] differs = new boolean[1];
    run(root, manifest, Depth.CONTENT, (_, _) -> differs[0] = true);
    return !differs[0];
  }

  private boolean isAsWritten(Path file, BasicStatus status, ManifestEntry entry, Depth depth)
      throws IOException {
    if (!status.isFile() || status.size() != entry.size()) {
      return false;
    }
    return depth == Depth.STATUS
        ? status.modified().equals(entry.modified()) || canBeReadAs(entry, file)
        : files.hash(file).equals(entry.hash());
  }

  private boolean canBeReadAs(ManifestEntry entry, Path file) throws IOException {
    try {
      return files.hash(file).equals(entry.hash());
    } catch (AccessDeniedException e) {
      return false; // another user has written it
    }
  }

  private void look(
      Path root, String path, Instant modified, Manifest manifest, Depth depth, Visitor visitor)
      throws IOException {
    Path directory = root.resolve(path);
    BasicStatus status = files.basicStatus(directory);
    if (!status.isDirectory()) {
      visitor.found(status.exists() ? Finding.Problem.CHANGED : Finding.Problem.MISSING, path);
      return;
    }
    if (depth == Depth.STATUS && status.modified().equals(modified)) {
      return;
    }
    for (Path child : files.list(directory)) {
      String name = path.isEmpty() ? child.getFileName() + "" : path + "/" + child.getFileName();
      if (!manifest.files().containsKey(name) && !manifest.directories().containsKey(name)) {
        visitor.found(Finding.Problem.UNKNOWN, name);
      }
    }
  }
}
