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

  /// Gives the trees that it finds their times back, and saves what only an unknown one has.
  ///
  /// @return the journal with what the trees hold
  Journal run(Journal journal) throws IOException {
    Journal known = withoutForgotten(journal);
    for (Path tree : trees()) {
      Optional<Manifest> found = recognise(tree, known);
      if (found.isPresent()) {
        date(tree, found.get());
        known = known.with(files.status(tree).identity(), found.get().release());
      }
    }
    for (Path tree : trees()) {
      if (isUnknown(tree, known)) {
        new Rescue(layout, files, records).run(tree, known);
      }
    }
    return known;
  }

  /// The same, and changes nothing.
  Journal look(Journal journal) throws IOException {
    Journal known = withoutForgotten(journal);
    for (Path tree : trees()) {
      Optional<Manifest> found = recognise(tree, known);
      if (found.isPresent()) {
        known = known.with(files.status(tree).identity(), found.get().release());
      }
    }
    return known;
  }

  /// Whether it is known of each tree what it holds.
  boolean knowsAll(Journal journal) throws IOException {
    if (!withoutForgotten(journal).equals(journal)) {
      return false;
    }
    for (Path tree : trees()) {
      if (isUnknown(tree, journal)) {
        return false;
      }
    }
    return true;
  }

  private List<Path> trees() {
    return List.of(layout.live(), layout.backup(), layout.staging());
  }

  private Journal withoutForgotten(Journal journal) throws IOException {
    Journal known = journal;
    for (Path tree : trees()) {
      FileStatus status = files.status(tree);
      Optional<String> release = known.releaseOf(status);
      if (release.isPresent() && !records.has(release.get())) {
        known = known.without(status.identity());
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

  /// The release that an unknown tree holds.
  private Optional<Manifest> recognise(Path tree, Journal journal) throws IOException {
    if (!isUnknown(tree, journal)) {
      return Optional.empty();
    }
    Inspection inspection = new Inspection(files);
    for (ReleaseRecord release : records.all()) {
      try {
        Manifest manifest = records.manifest(release.id());
        if (inspection.matches(tree, manifest)) {
          return Optional.of(manifest);
        }
      } catch (DamagedException e) {
        // Then it cannot tell.
      }
    }
    return Optional.empty();
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
