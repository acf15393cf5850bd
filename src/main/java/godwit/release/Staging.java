package godwit.release;

import java.io.IOException;
import java.util.Optional;

/// Gets the staging tree ready, and puts it in the place of `html`, with the journal told before
/// each step.
final class Staging {
  private final Layout layout;
  private final TargetFiles files;
  private final ReleaseRecords records;
  private final StagingTree tree;
  private Journal journal;
  private Manifest content = Manifest.empty();
  private Optional<Ahead> ahead = Optional.empty();

  Staging(Layout layout, TargetFiles files, ReleaseRecords records, Journal journal) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.tree = new StagingTree(layout, files);
    this.journal = journal;
  }

  /// Compares the tree with the live release ahead of time: what a release that follows on that one
  /// differs in is known soon then.
  void compareWith(Manifest release) throws IOException {
    FileStatus status = files.status(layout.staging());
    Optional<String> there = journal.releaseOf(status);
    if (there.isPresent() && journal.staging() instanceof Journal.Staging.Ready) {
      Difference difference = Difference.between(records.manifest(there.get()), release);
      ahead = Optional.of(new Ahead(there.get(), release.release(), difference));
    }
  }

  /// Where two releases may differ.
  private record Ahead(String one, String other, Difference difference) {}

  /// Makes the tree one whose content is known, and notes that it is being changed. That is on disk
  /// before anything of the release is, so that a release that does not go live is forgotten, in
  /// whatever order a file system writes the rest.
  ///
  /// @param made the release that it will be, if there has not been that before
  void prepare(Optional<String> made) throws IOException {
    FileStatus status = files.status(layout.staging());
    Optional<String> release =
        status.exists()
            ? switch (journal.staging()) {
              case Journal.Staging.Ready _ -> journal.releaseOf(status);
              case Journal.Staging.Changing changing -> changing.from();
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
            .with(new Journal.Staging.Changing(identity, manifest.map(Manifest::release), made));
    records.writeThrough(journal);
    if (manifest.isPresent()) {
      content = ready ? manifest.get() : tree.salvage(manifest.get());
    }
  }

  private Optional<Manifest> manifest(Optional<String> release) throws IOException {
    try {
      return release.isEmpty() ? Optional.empty() : Optional.of(records.manifest(release.get()));
    } catch (DamagedException e) {
      TreeIdentity tree = files.status(layout.staging()).identity();
      new Recovery(layout, files, records)
          .setAside(release.orElseThrow(), Optional.empty(), journal.without(tree));
      return Optional.empty();
    }
  }

  /// What the tree has now.
  Manifest content() {
    return content;
  }

  /// Makes the tree into a release that is new.
  ///
  /// @param live the release that it follows on
  void become(Manifest.Successor release, Manifest live, StagingTree.Source source)
      throws IOException {
    Difference difference =
        ahead
            .filter(a -> a.one().equals(content.release()) && a.other().equals(live.release()))
            .map(a -> a.difference().and(release.difference()))
            .orElseGet(() -> Difference.between(content, release.manifest()));
    become(release.manifest(), difference, source);
  }

  /// Makes the tree into a release that there has been before.
  void become(Manifest release, StagingTree.Source source) throws IOException {
    become(release, Difference.between(content, release), source);
  }

  private void become(Manifest release, Difference difference, StagingTree.Source source)
      throws IOException {
    // That is the one that the tree has been, but for when an old one was put back.
    String newest = records.withoutTree(journal).stream().findFirst().orElse(content.release());
    tree.become(content, release, difference, newest, source);
  }

  /// Puts a new release, which the tree has become, in the place of `html`.
  ///
  /// @param before see [ManifestFile#toBytes]
  /// @param replaced what `html` is
  /// @return the journal as it is then
  Journal swap(
      ReleaseRecord release, Manifest.Successor manifest, ManifestText before, FileStatus replaced)
      throws IOException {
    announce(release.id(), true, replaced);
    try {
      records.add(release, manifest, before);
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

  /// Is on disk with the record, before the exchange.
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
