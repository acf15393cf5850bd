package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out which release each tree holds that the journal does not know: the target was copied or
/// restored, and has other inodes, or the journal was deleted.
final class Recognition {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;

  Recognition(Layout layout, FileOperations files, ReleaseRecords records) {
    this.layout = layout;
    this.files = files;
    this.records = records;
  }

  /// @return the journal with what the trees hold
  Journal run(Journal journal) throws IOException {
    Journal known = journal;
    for (Path tree : List.of(layout.live(), layout.backup(), layout.staging())) {
      FileStatus status = files.status(tree);
      Optional<String> release = known.releaseOf(status);
      if (release.isPresent() && !records.has(release.get())) {
        known = known.without(status.identity());
      }
    }
    for (Path tree : List.of(layout.live(), layout.backup(), layout.staging())) {
      known = recognise(tree, known);
    }
    for (Path tree : List.of(layout.live(), layout.backup(), layout.staging())) {
      if (isUnknown(tree, known)) {
        new Rescue(layout, files, records).run(tree, known);
      }
    }
    return known;
  }

  private boolean isUnknown(Path tree, Journal journal) throws IOException {
    FileStatus status = files.status(tree);
    return status.isDirectory()
        && journal.releaseOf(status).isEmpty()
        && !isChanging(status.identity(), journal)
        && !files.list(tree).isEmpty();
  }

  private static boolean isChanging(TreeIdentity tree, Journal journal) {
    return journal.staging() instanceof Journal.Staging.Changing changing
        && changing.tree().equals(tree);
  }

  private Journal recognise(Path tree, Journal journal) throws IOException {
    if (!isUnknown(tree, journal)) {
      return journal;
    }
    Inspection inspection = new Inspection(files);
    for (ReleaseRecord release : records.all()) {
      try {
        Manifest manifest = records.manifest(release.id());
        if (inspection.matches(tree, manifest)) {
          date(tree, manifest);
          return journal.with(files.status(tree).identity(), release.id());
        }
      } catch (DamagedException e) {
        // Then it cannot tell.
      }
    }
    return journal;
  }

  /// A copy may have other times. Godwit tells by them what was edited, and browsers what is new.
  private void date(Path tree, Manifest manifest) throws IOException {
    for (ManifestEntry entry : manifest.files().values()) {
      date(tree.resolve(entry.path()), entry.modified());
    }
    for (Map.Entry<String, Instant> directory : manifest.directories().entrySet()) {
      date(tree.resolve(directory.getKey()), directory.getValue());
    }
  }

  private void date(Path path, Instant modified) throws IOException {
    if (!files.status(path).modified().equals(modified)) {
      files.setModified(path, modified);
    }
  }
}
