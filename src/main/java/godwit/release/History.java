package godwit.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The releases that a target keeps.
final class History {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;

  History(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.records = new ReleaseRecords(layout, files);
  }

  /// Newest first.
  List<Release> list(Journal journal) throws IOException {
    Optional<String> live = journal.releaseOf(files.status(layout.live()));
    Optional<String> backup = journal.releaseOf(files.status(layout.backup()));
    List<Release> all = new ArrayList<>();
    for (ReleaseRecord release : records.all()) {
      Optional<String> id = Optional.of(release.id());
      all.add(
          release.in(
              id.equals(live)
                  ? Release.State.LIVE
                  : id.equals(backup) ? Release.State.BACKUP : Release.State.STORED));
    }
    return all;
  }

  /// Forgets the oldest releases, but none that a tree holds, and deletes from the store what no
  /// other has.
  void trim(int keep, Journal journal) throws IOException {
    List<ReleaseRecord> all = records.all();
    boolean trimmed = false;
    for (ReleaseRecord release : all.subList(Math.min(keep, all.size()), all.size())) {
      if (!journal.trees().containsValue(release.id())) {
        records.remove(release.id());
        trimmed = true;
      }
    }
    if (trimmed) {
      files.sync(layout.releases()); // no record may outlive what it is of
      sweep(journal);
    }
  }

  private void sweep(Journal journal) throws IOException {
    Set<ContentHash> needed = new HashSet<>();
    for (String release : records.removeManifestsWithoutRecord(journal.trees().values())) {
      try {
        records.manifest(release).files().values().forEach(file -> needed.add(file.hash()));
      } catch (DamagedException e) {
        return; // what it needs cannot be told, so nothing is deleted
      }
    }
    new ObjectStore(layout, files).retain(needed);
  }
}
