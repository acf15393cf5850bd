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
  private final TargetFiles files;
  private final ReleaseRecords records;
  private final List<Kept> kept = new ArrayList<>();

  Recovery(Layout layout, TargetFiles files, ReleaseRecords records) {
    this.layout = layout;
    this.files = files;
    this.records = records;
  }

  /// @return the journal of the target as it is now
  Journal run() throws IOException {
    return readyToStage(settle());
  }

  /// The rest of it, after [#settle].
  Journal readyToStage(Journal journal) throws IOException {
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
    files.finishExchange();
    Journal before = records.journal();
    Journal journal =
        switch (before.staging()) {
          case Journal.Staging.Swapping swap -> finish(swap, before);
          case Journal.Staging.Changing changing -> abandon(changing, before);
          case Journal.Staging.Ready _, Journal.Staging.Unknown _ -> before;
        };
    files.deleteTree(layout.incoming());
    files.deleteTree(layout.probe());
    files.deleteTree(layout.nextJournal());
    files.deleteTree(layout.rescued());
    journal = forgetTreesThatAreGone(new Recognition(layout, files, records).run(journal));
    if (!journal.equals(before)) {
      records.write(journal);
    }
    return journal;
  }

  /// Whether there is nothing that [#settle] would do about the trees and the records.
  boolean isInOrder(Journal journal) throws IOException {
    boolean isSettled =
        switch (journal.staging()) {
          case Journal.Staging.Swapping _ -> false;
          case Journal.Staging.Changing changing -> changing.made().isEmpty();
          case Journal.Staging.Ready _, Journal.Staging.Unknown _ -> true;
        };
    return isSettled
        && files.isFinished()
        && new Recognition(layout, files, records).knowsAll(journal);
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
        new Swap(layout, files).finish();
      }
      return journal.with(new Journal.Staging.Unknown());
    }
    if (!staged.isDirectory() || !staged.identity().equals(swap.tree())) {
      return journal.with(new Journal.Staging.Unknown()); // somebody has moved it since
    }
    Optional<String> release = Optional.of(swap.release());
    Journal undone = journal.without(swap.tree());
    if (!swap.made()) {
      return undone.with(new Journal.Staging.Changing(swap.tree(), release));
    }
    Journal abandoned =
        abandon(new Journal.Staging.Changing(swap.tree(), Optional.empty(), release), undone);
    // What the tree has been may be kept, and what the two have in common be nowhere else.
    new Rescue(layout, files, records).run(layout.staging(), abandoned);
    return abandoned;
  }

  /// Forgets the release that did not go live, and only then that there was one.
  private Journal abandon(Journal.Staging.Changing changing, Journal journal) throws IOException {
    if (changing.made().isEmpty()) {
      return journal;
    }
    records.removeThrough(changing.made().get());
    return journal.with(new Journal.Staging.Changing(changing.tree(), changing.from()));
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
    if (journal.staging() instanceof Journal.Staging.Changing changing
        && changing.tree().equals(tree)) {
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
      setAside(release, Optional.empty(), journal.without(tree));
      return journal.without(tree).with(new Journal.Staging.Unknown());
    }
    try {
      Optional<Obstacles.Obstacle> obstacle = closedDirectory(manifest);
      return obstacle.isEmpty()
          ? tidied(tree, release, manifest, journal)
          : setAside(obstacle.get(), tree, release, journal);
    } catch (IOException e) {
      Optional<Obstacles.Obstacle> obstacle =
          new Obstacles(layout, files).behind(e, layout.staging());
      if (obstacle.isEmpty()) {
        throw e;
      }
      return setAside(obstacle.get(), tree, release, journal);
    }
  }

  /// What keeps the tree from being made into another release, though it could be looked at.
  private Optional<Obstacles.Obstacle> closedDirectory(Manifest manifest) throws IOException {
    for (String path : manifest.directories().keySet()) {
      Path directory = layout.staging().resolve(path);
      if (!files.isWritable(directory) && files.basicStatus(directory).isDirectory()) {
        return new Obstacles(layout, files).first(layout.staging());
      }
    }
    return Optional.empty();
  }

  private Journal setAside(
      Obstacles.Obstacle obstacle, TreeIdentity tree, String release, Journal journal)
      throws IOException {
    setAside(release, Optional.of(obstacle), journal.without(tree));
    return journal.without(tree).with(new Journal.Staging.Unknown());
  }

  private Journal tidied(TreeIdentity tree, String release, Manifest manifest, Journal journal)
      throws IOException {
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
                boolean changed = problem == Finding.Problem.CHANGED;
                kept.add(new Kept(path, release, changed, now, Optional.empty()));
              }
            });
    return differs[0]
        ? journal.without(tree).with(new Journal.Staging.Changing(tree, Optional.of(release)))
        : journal.with(new Journal.Staging.Ready(tree));
  }

  /// Moves a tree away from the staging name of which cannot be told what is whose, or that this
  /// user may not change.
  ///
  /// @param obstacle what keeps him from it, if that is why
  void setAside(String release, Optional<Obstacles.Obstacle> obstacle, Journal journal)
      throws IOException {
    new Rescue(layout, files, records).run(layout.staging(), journal);
    Path now = keep(layout.staging(), layout.kept().resolve(release + "-all"));
    kept.add(new Kept("", release, true, now, obstacle.map(o -> moved(o, now))));
  }

  private String moved(Obstacles.Obstacle obstacle, Path now) {
    return now.resolve(layout.staging().relativize(obstacle.path())) + " " + obstacle.why();
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
