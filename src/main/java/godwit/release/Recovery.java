package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a target in order, under the lock, before anything else is done: for a publisher that died,
/// and for the tree that the last swap has left at the staging name.
///
/// What was going on is told by the journal, and what has come of it by which tree stands where.
final class Recovery {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final List<Kept> kept = new ArrayList<>();

  Recovery(Layout layout, FileOperations files, ReleaseRecords records) {
    this.layout = layout;
    this.files = files;
    this.records = records;
  }

  /// @return the journal of the target as it is now
  Journal run() throws IOException {
    Journal journal = settle();
    Journal inOrder = withStaging(journal);
    if (!inOrder.equals(journal)) {
      records.write(inOrder);
    }
    return inOrder;
  }

  /// All of it but looking at the tree at the staging name, which takes as long as there are files
  /// in it: enough for whoever is about to end.
  ///
  /// @return the journal of the target as it is now
  Journal settle() throws IOException {
    Journal before = records.journal();
    Journal journal = before;
    if (journal.staging() instanceof Journal.Staging.Swapping swap) {
      journal = finish(swap, journal);
    }
    files.deleteTree(layout.nextJournal());
    files.deleteTree(layout.incoming());
    files.deleteTree(layout.probe());
    journal = recognise(layout.live(), recognise(layout.backup(), journal));
    journal = forgetTreesThatAreGone(journal);
    if (!journal.equals(before)) {
      records.write(journal);
    }
    return journal;
  }

  /// What the runs have moved out of trees, for it is not Godwit's.
  List<Kept> kept() {
    return kept;
  }

  /// Either the second exchange is still to be made, or the first was not.
  private Journal finish(Journal.Staging.Swapping swap, Journal journal) throws IOException {
    FileStatus live = files.status(layout.live());
    FileStatus staged = files.status(layout.staging());
    if (live.isDirectory() && live.identity().equals(swap.tree())) {
      if (staged.isDirectory() && swap.replaced().equals(Optional.of(staged.identity()))) {
        new Ownership(layout, files, journal).checkReplaceable(files.status(layout.backup()));
        Swap rest = new Swap(layout, files);
        rest.keepDisplaced();
        rest.sync();
      }
      return journal.with(new Journal.Staging.Unknown());
    }
    if (!staged.isDirectory() || !staged.identity().equals(swap.tree())) {
      return journal.with(new Journal.Staging.Unknown()); // somebody has moved it since
    }
    Journal undone =
        journal
            .without(swap.tree())
            .with(new Journal.Staging.Changing(swap.tree(), Optional.of(swap.release())));
    if (swap.made()) {
      undone = undone.with(new Journal.Staging.Changing(swap.tree(), Optional.empty()));
      records.write(undone);
      records.remove(swap.release());
    }
    return undone;
  }

  /// A target that was copied or restored has other inodes: its trees are known by what they hold.
  private Journal recognise(Path tree, Journal journal) throws IOException {
    FileStatus status = files.status(tree);
    if (!status.isDirectory()
        || journal.releaseOf(status).isPresent()
        || files.list(tree).isEmpty()) {
      return journal;
    }
    Inspection inspection = new Inspection(files);
    for (ReleaseRecord release : records.all()) {
      try {
        if (inspection.matches(tree, records.manifest(release.id()))) {
          return journal.with(status.identity(), release.id());
        }
      } catch (DamagedException e) {
        // Then it cannot tell.
      }
    }
    return journal;
  }

  private Journal forgetTreesThatAreGone(Journal journal) throws IOException {
    Map<TreeIdentity, String> there = new HashMap<>();
    for (Path tree : List.of(layout.live(), layout.backup(), layout.staging())) {
      FileStatus status = files.status(tree);
      journal.releaseOf(status).ifPresent(release -> there.put(status.identity(), release));
    }
    return new Journal(there, journal.staging());
  }

  private Journal withStaging(Journal journal) throws IOException {
    FileStatus staged = files.status(layout.staging());
    if (!staged.exists()) {
      return journal.with(new Journal.Staging.Unknown());
    }
    TreeIdentity tree = staged.identity();
    if (journal.staging() instanceof Journal.Staging.Ready(TreeIdentity ready)
        && ready.equals(tree)) {
      return journal;
    }
    if (journal.staging() instanceof Journal.Staging.Changing(TreeIdentity changing, _)
        && changing.equals(tree)) {
      return journal;
    }
    Optional<String> release = journal.releaseOf(staged);
    if (release.isPresent()) {
      return arrived(tree, release.get(), journal);
    }
    if (staged.isDirectory() && files.list(layout.staging()).isEmpty()) {
      files.delete(layout.staging());
      return journal.with(new Journal.Staging.Unknown());
    }
    throw ReleaseException.refused(
        layout.staging() + " is not a tree that Godwit knows",
        "look what it is; move it away if you want to keep it, else delete it");
  }

  /// A tree that was served until now: what somebody has put or changed there is his, and is moved
  /// out before Godwit uses the tree.
  private Journal arrived(TreeIdentity tree, String release, Journal journal) throws IOException {
    Manifest manifest;
    try {
      manifest = records.manifest(release);
    } catch (DamagedException e) {
      Path now = keep(layout.staging(), layout.kept().resolve(release + "-all"));
      kept.add(new Kept("", release, true, now));
      return journal.without(tree).with(new Journal.Staging.Unknown());
    }
    boolean[] differs = new boolean[1];
    new Inspection(files)
        .run(
            layout.staging(),
            manifest,
            Inspection.Depth.STATUS,
            (problem, path) -> {
              differs[0] = true;
              if (problem != Finding.Problem.MISSING) {
                Path place = layout.kept().resolve(release).resolve(path);
                Path now = keep(layout.staging().resolve(path), place);
                kept.add(new Kept(path, release, problem == Finding.Problem.CHANGED, now));
              }
            });
    return differs[0]
        ? journal.without(tree).with(new Journal.Staging.Changing(tree, Optional.of(release)))
        : journal.with(new Journal.Staging.Ready(tree));
  }

  private Path keep(Path found, Path kept) throws IOException {
    createParents(kept);
    Path free = kept;
    for (int i = 2; files.status(free).exists(); i++) {
      free = kept.resolveSibling(kept.getFileName() + "-" + i);
    }
    files.move(found, free);
    return free;
  }

  private void createParents(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null && !files.status(parent).exists()) {
      createParents(parent);
      files.createDirectory(parent, Layout.PRIVATE);
    }
  }
}
