package godwit.release;

import java.io.IOException;
import java.util.Optional;

/// Cleans up after a publisher that died, under the lock and before anything else is done.
///
/// What stands at the staging name is told by what it is, not by what was planned: if the live
/// release is recorded as the successor of just this directory, then the publisher died between the
/// two exchanges, and the second is made now; else it is a tree that never went live or one that
/// was to be deleted.
final class Recovery {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final Ownership ownership;

  Recovery(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.records = new ReleaseRecords(layout, files);
    this.ownership = new Ownership(layout, files);
  }

  void run() throws IOException {
    if (displacedIsStaged()) {
      ownership.checkReplaceable(files.status(layout.backup()));
      Swap swap = new Swap(layout, files);
      swap.keepDisplaced();
      swap.sync();
    }
    files.deleteTree(layout.staging());
    files.deleteTree(layout.probe());
    records.prune();
  }

  private boolean displacedIsStaged() throws IOException {
    FileStatus staged = files.status(layout.staging());
    Optional<ReleaseRecord> live = records.of(files.status(layout.live()));
    return staged.isDirectory()
        && live.flatMap(ReleaseRecord::replaces).equals(Optional.of(staged.identity()));
  }
}
