package godwit.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<String> dropped =
        all.subList(Math.min(keep, all.size()), all.size()).reversed().stream()
            .map(ReleaseRecord::id)
            .filter(release -> !journal.trees().containsValue(release))
            .toList();
    for (String release : dropped) { // from the oldest on, as the store expects it
      records.remove(release);
    }
    ObjectStore store = new ObjectStore(layout, files);
    if (!dropped.isEmpty()) {
      files.sync(layout.releases()); // no record may outlive what it is of
      records.removeManifestsWithoutRecord(journal.trees().values());
      store.drop(dropped);
    }
    store.adopt(records.names(), records.withoutTree(journal));
  }
}
