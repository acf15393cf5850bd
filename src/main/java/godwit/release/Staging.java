package godwit.release;

import java.io.IOException;
import java.util.Optional;

/// Gets the staging tree ready, and puts it in the place of `html`, with the journal told before
/// each step.
final class Staging {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final StagingTree tree;
  private Journal journal;
  private Manifest content = Manifest.empty();

  Staging(Layout layout, FileOperations files, ReleaseRecords records, Journal journal) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.tree = new StagingTree(layout, files);
    this.journal = journal;
  }

  /// Makes the tree one whose content is known, and notes that it is being changed.
  void prepare() throws IOException {
    FileStatus status = files.status(layout.staging());
    Optional<String> release =
        status.exists()
            ? switch (journal.staging()) {
              case Journal.Staging.Ready _ -> journal.releaseOf(status);
              case Journal.Staging.Changing(TreeIdentity _, Optional<String> from) -> from;
              case Journal.Staging.Swapping _, Journal.Staging.Unknown _ -> Optional.empty();
            }
            : Optional.empty();
    boolean ready = journal.staging() instanceof Journal.Staging.Ready;
    Optional<Manifest> manifest = manifest(release);
    if (manifest.isEmpty()) {
      files.deleteTree(layout.staging());
      files.createDirectory(layout.staging(), StagingTree.DIRECTORY_MODE);
    }
    TreeIdentity identity = files.status(layout.staging()).identity();
    journal =
        journal
            .without(identity)
            .with(new Journal.Staging.Changing(identity, manifest.map(Manifest::release)));
    records.writeThrough(journal);
    if (manifest.isPresent()) {
      content = ready ? manifest.get() : tree.salvage(manifest.get());
    }
  }

  private Optional<Manifest> manifest(Optional<String> release) throws IOException {
    try {
      return release.isEmpty() ? Optional.empty() : Optional.of(records.manifest(release.get()));
    } catch (DamagedException e) {
      return Optional.empty(); // what is there cannot be told, and is Godwit's
    }
  }

  /// What the tree has now.
  Manifest content() {
    return content;
  }

  void become(Manifest release, StagingTree.Source source) throws IOException {
    tree.become(content, release, newestWithoutTree(), source);
  }

  /// The newest release that may need what the tree loses: the one that it has been, but for when
  /// an old one was put back.
  private String newestWithoutTree() throws IOException {
    String lost = content.release();
    for (ReleaseRecord release : records.all()) {
      if (release.id().equals(lost) || !journal.trees().containsValue(release.id())) {
        return release.id();
      }
    }
    return lost;
  }

  /// Puts a new release, which the tree has become, in the place of `html`.
  ///
  /// @param replaced what `html` is
  /// @return the journal as it is then
  Journal swap(ReleaseRecord release, Manifest manifest, FileStatus replaced) throws IOException {
    announce(release.id(), true, replaced);
    try {
      records.add(release, manifest);
    } catch (IOException e) {
      throw ReleaseException.of("store the release in", layout.own(), e);
    }
    return exchange();
  }

  /// The same for a release that there has been before.
  Journal swap(String release, FileStatus replaced) throws IOException {
    announce(release, false, replaced);
    return exchange();
  }

  /// Comes before the record, so that a release that does not go live is forgotten.
  private void announce(String release, boolean made, FileStatus replaced) throws IOException {
    TreeIdentity identity = files.status(layout.staging()).identity();
    Optional<TreeIdentity> other =
        replaced.exists() ? Optional.of(replaced.identity()) : Optional.empty();
    journal =
        journal
            .with(identity, release)
            .with(new Journal.Staging.Swapping(identity, other, release, made));
    records.write(journal);
  }

  private Journal exchange() throws IOException {
    try {
      files.syncFileSystem(layout.own());
    } catch (IOException e) {
      throw ReleaseException.of("store the release in", layout.own(), e);
    }
    new Swap(layout, files).run();
    return journal;
  }
}
