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

  History(Layout layout, FileOperations files, ReleaseRecords records) {
    this.layout = layout;
    this.files = files;
    this.records = records;
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

  /// Forgets the oldest releases, but none that a tree holds, and what only they needed.
  void trim(int keep, Journal journal) throws IOException {
    List<ReleaseRecord> all = records.all();
    Set<String> kept = new HashSet<>();
    for (ReleaseRecord release : all) {
      if (kept.size() < keep || journal.trees().containsValue(release.id())) {
        kept.add(release.id());
      } else {
        records.remove(release.id());
      }
    }
    new ObjectStore(layout, files).retain(kept);
  }
}
