package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares everything that a target has with what its manifests say, byte for byte.
final class Check {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final Journal journal;
  private final Obstacles obstacles;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<ContentHash> sound = new HashSet<>();

  /// @param journal of the target, in order
  Check(Layout layout, FileOperations files, ReleaseRecords records, Journal journal) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.journal = journal;
    this.obstacles = new Obstacles(layout, files);
  }

  List<Finding> run() throws IOException {
    for (Obstacles.Obstacle obstacle : obstacles.all()) {
      find(Finding.Problem.NOT_PERMITTED, obstacle.path(), "");
    }
    for (Path tree : List.of(layout.live(), layout.backup(), layout.staging())) {
      Optional<String> release = journal.releaseOf(files.status(tree));
      if (release.isPresent()) {
        readable(tree, release.get());
      } else if (!tree.equals(layout.staging()) && isThere(tree)) {
        find(Finding.Problem.NO_RECORD, tree, "");
      }
    }
    unfinished();
    for (Map.Entry<Path, ContentHash> object : new ObjectStore(layout, files).all().entrySet()) {
      if (files.hash(object.getKey()).equals(object.getValue())) {
        sound.add(object.getValue());
      } else {
        find(Finding.Problem.DAMAGED, object.getKey(), "");
      }
    }
    for (Path record : records.damaged()) {
      find(Finding.Problem.DAMAGED, record, record.getFileName().toString());
    }
    for (ReleaseRecord release : records.all()) {
      if (!journal.trees().containsValue(release.id())) {
        stored(release.id());
      }
    }
    return findings;
  }

  private boolean isThere(Path tree) throws IOException {
    FileStatus status = files.status(tree);
    return status.exists()
        && (!status.isDirectory()
            || obstacles.first(tree).isPresent()
            || !files.list(tree).isEmpty());
  }

  /// What cannot be read in a tree has been found already.
  private void readable(Path tree, String release) throws IOException {
    try {
      tree(tree, release);
    } catch (IOException e) {
      if (obstacles.behind(e, tree).isEmpty()) {
        throw e;
      }
    }
  }

  private void tree(Path tree, String release) throws IOException {
    Optional<Manifest> manifest = manifest(release);
    if (manifest.isEmpty()) {
      return;
    }
    Set<String> wrong = new HashSet<>();
    new Inspection(files)
        .run(
            tree,
            manifest.get(),
            Inspection.Depth.CONTENT,
            (problem, path) -> {
              wrong.add(path);
              find(problem, tree.resolve(path), release);
            });
    for (ManifestEntry entry : manifest.get().files().values()) {
      if (!wrong.contains(entry.path())) {
        sound.add(entry.hash());
      }
    }
  }

  /// What a tree that is being changed has of the release before goes into the store when that is
  /// done.
  private void unfinished() throws IOException {
    if (journal.staging() instanceof Journal.Staging.Changing changing
        && changing.from().isPresent()
        && changing.tree().equals(files.status(layout.staging()).identity())) {
      Set<String> gone = new HashSet<>();
      Manifest before = manifest(changing.from().get()).orElse(Manifest.empty());
      new Inspection(files)
          .run(layout.staging(), before, Inspection.Depth.CONTENT, (_, path) -> gone.add(path));
      for (ManifestEntry entry : before.files().values()) {
        if (!gone.contains(entry.path())) {
          sound.add(entry.hash());
        }
      }
    }
  }

  private void stored(String release) throws IOException {
    Optional<Manifest> manifest = manifest(release);
    if (manifest.isPresent()) {
      for (ManifestEntry entry : manifest.get().files().values()) {
        if (!sound.contains(entry.hash())) {
          findings.add(new Finding(Finding.Problem.LOST, entry.path(), release));
        }
      }
    }
  }

  private Optional<Manifest> manifest(String release) throws IOException {
    try {
      return Optional.of(records.manifest(release));
    } catch (DamagedException e) {
      find(Finding.Problem.DAMAGED, layout.manifests().resolve(release), release);
      return Optional.empty();
    }
  }

  private void find(Finding.Problem problem, Path file, String release) {
    findings.add(new Finding(problem, layout.target().relativize(file).toString(), release));
  }
}
