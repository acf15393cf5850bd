package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final List<Finding> findings = new ArrayList<>();
  private final Set<ContentHash> sound = new HashSet<>();

  /// @param journal of the target, in order
  Check(Layout layout, FileOperations files, ReleaseRecords records, Journal journal) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.journal = journal;
  }

  List<Finding> run() throws IOException {
    for (Path tree : List.of(layout.live(), layout.backup(), layout.staging())) {
      Optional<String> release = journal.releaseOf(files.status(tree));
      if (release.isPresent()) {
        tree(tree, release.get());
      }
    }
    if (journal.staging() instanceof Journal.Staging.Changing(_, Optional<String> from)
        && from.isPresent()) {
      changing(from.get());
    }
    for (Map.Entry<Path, ContentHash> object : new ObjectStore(layout, files).all().entrySet()) {
      if (files.hash(object.getKey()).equals(object.getValue())) {
        sound.add(object.getValue());
      } else {
        find(Finding.Problem.DAMAGED, object.getKey(), "");
      }
    }
    for (ReleaseRecord release : records.all()) {
      if (!journal.trees().containsValue(release.id())) {
        stored(release.id());
      }
    }
    return findings;
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

  /// Notes what a tree still has of a release from which it was about to become another.
  private void changing(String release) throws IOException {
    Optional<Manifest> manifest = manifest(release);
    if (manifest.isPresent()) {
      Map<String, ContentHash> left = new HashMap<>();
      manifest.get().files().values().forEach(file -> left.put(file.path(), file.hash()));
      new Inspection(files)
          .run(
              layout.staging(),
              manifest.get(),
              Inspection.Depth.CONTENT,
              (_, path) -> left.remove(path));
      sound.addAll(left.values());
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
