package godwit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The directory above the served one. What is published to it, and how it is put live, is told
/// with [#stage]:
///
/// ```java
/// try (StagedRelease release = Target.open(directory).stage(holder)) {
///   // write every file into release
///   Published published = release.goLive();
/// }
/// ```
public final class Target {
  private final Layout layout;
  private final TargetFiles files;
  private final ReleaseRecords records;
  private final Obstacles obstacles;

  private Target(Layout layout, TargetFiles files) {
    this.layout = layout;
    this.files = files;
    this.records = new ReleaseRecords(layout, files);
    this.obstacles = new Obstacles(layout, files);
  }

  /// Opens a target, and makes it if it is not there.
  ///
  /// @param directory may be a symbolic link, to another file system too
  /// @throws ReleaseException if it is no directory and cannot be made one
  public static Target open(Path directory, Strategy strategy) throws ReleaseException {
    return open(directory, strategy, new SystemFiles());
  }

  static Target open(Path directory) throws ReleaseException {
    return open(directory, new SystemFiles());
  }

  static Target open(Path directory, FileOperations files) throws ReleaseException {
    return open(directory, Strategy.EXCHANGE, files);
  }

  static Target open(Path directory, Strategy strategy, FileOperations files)
      throws ReleaseException {
    Path absolute = directory.toAbsolutePath();
    try {
      if (absolute.normalize().getParent() == null) {
        throw ReleaseException.refused(
            "publish.target cannot be " + absolute.normalize() + ", the root of the file system",
            "name a directory in it: godwit makes html, html.old and .godwit there");
      }
      createMissing(absolute, files);
      Layout layout = new Layout(absolute.toRealPath());
      return new Target(layout, new TargetFiles(layout, strategy, files));
    } catch (IOException e) {
      throw ReleaseException.of("make the directory", absolute, e);
    }
  }

  /// The directory itself, symbolic links resolved.
  public Path directory() {
    return layout.target();
  }

  /// Begins a publish: takes the lock, puts in order what a dead publisher left, and sees that a
  /// swap will be possible.
  ///
  /// @throws TargetBusyException if another publisher, here or elsewhere, has the lock
  /// @throws ReleaseException if `html` or `html.old` is not Godwit's and in the way, or if the
  ///   file system cannot or may not be used
  public StagedRelease stage(ReleaseRequest request) throws ReleaseException {
    FileOperations.Lock lock = lockToChange(request.holder());
    boolean staged = false;
    try {
      StagedRelease release = stageLocked(request, lock);
      staged = true;
      return release;
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("prepare", layout.own(), e));
    } finally {
      if (!staged) {
        lock.close();
      }
    }
  }

  /// Begins to compare a release with the live one. Nothing in the target changes.
  ///
  /// @throws TargetBusyException if a publisher has the lock
  public ComparedRelease compare(ReleaseRequest request) throws ReleaseException {
    Optional<FileOperations.Lock> lock = Optional.empty();
    Optional<Path> temporary = Optional.empty();
    boolean begun = false;
    try {
      Journal journal = inOrder(request.holder());
      lock = lockToRead();
      Path directory = files.createTemporaryDirectory();
      temporary = Optional.of(directory);
      ReleaseWriter writer =
          new ReleaseWriter("", request, layout, files, records, journal, directory);
      Optional<FileOperations.Lock> held = lock;
      begun = true;
      return new ComparedRelease(writer, () -> end(held, Optional.of(directory)));
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("read", layout.own(), e));
    } finally {
      if (!begun) {
        end(lock, temporary);
      }
    }
  }

  private void end(Optional<FileOperations.Lock> lock, Optional<Path> temporary)
      throws ReleaseException {
    lock.ifPresent(FileOperations.Lock::close);
    if (temporary.isPresent()) {
      try {
        files.deleteTree(temporary.get());
      } catch (IOException e) {
        throw ReleaseException.of("delete", temporary.get(), e);
      }
    }
  }

  /// The releases that are kept, newest first.
  ///
  /// @param holder who asks, for others to be told while the target is put in order
  public List<Release> releases(Holder holder) throws ReleaseException {
    try {
      if (!files.status(layout.own()).exists()) {
        return List.of();
      }
      return new History(layout, files, records).list(inOrder(holder));
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("read", layout.own(), e));
    }
  }

  /// The same as they stand, without a lock, and without putting anything in order.
  public List<Release> releases() throws ReleaseException {
    try {
      return files.status(layout.own()).exists()
          ? new History(layout, files, records).list(records.journal())
          : List.of();
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("read", layout.own(), e));
    }
  }

  /// Puts an earlier release back, byte for byte, without rendering. What is live becomes
  /// `html.old`.
  ///
  /// @param id which one; the one in `html.old` if empty
  /// @param sites the names that the site goes by, see [ReleaseRequest]
  /// @throws TargetBusyException if a publisher has the lock
  /// @throws ReleaseException if there is no such release, or it cannot be put back; nothing has
  ///   changed then, unless the message says otherwise
  public RolledBack rollback(Holder holder, Optional<String> id, Set<String> sites)
      throws ReleaseException {
    try (FileOperations.Lock lock = lockToChange(holder)) {
      Objects.requireNonNull(lock);
      createOwnDirectories();
      Recovery recovery = new Recovery(layout, files, records);
      Journal journal = recovery.settle();
      RolledBack done = new Rollback(layout, files, records, recovery, journal).run(id, sites);
      tidy(recovery);
      return done.with(recovery.kept());
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("roll back", layout.target(), e));
    }
  }

  /// The release is live: what cannot be cleaned up now is cleaned up by whoever comes next.
  private static void tidy(Recovery recovery) {
    try {
      recovery.run();
    } catch (IOException e) {
      // He is told if it fails again.
    }
  }

  /// Compares the trees and the store with their manifests, byte for byte.
  ///
  /// @throws TargetBusyException if a publisher has the lock
  public List<Finding> check(Holder holder) throws ReleaseException {
    try {
      if (!mayChange()) {
        Optional<FileOperations.Lock> lock = lockToRead();
        try {
          return new Check(layout, files, records, recognised()).run();
        } finally {
          lock.ifPresent(FileOperations.Lock::close);
        }
      }
      try (FileOperations.Lock lock = lock(holder)) {
        Objects.requireNonNull(lock);
        createOwnDirectories();
        Journal journal = new Recovery(layout, files, records).settle();
        return new Check(layout, files, records, journal).run();
      }
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("read", layout.own(), e));
    }
  }

  /// The site of the live release, see [ReleaseRequest]; empty if there is none that Godwit made.
  public Optional<String> site() throws ReleaseException {
    try {
      Optional<String> live = records.journal().releaseOf(files.status(layout.live()));
      return live.isEmpty() ? Optional.empty() : records.find(live.get()).map(ReleaseRecord::site);
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("read", layout.own(), e));
    }
  }

  /// The journal, with the target put in order where that is needed, unless somebody who has the
  /// lock is about to, or this user may only look.
  private Journal inOrder(Holder holder) throws IOException {
    if (!mayChange()) {
      return recognised();
    }
    Journal journal = records.journal();
    if (new Recovery(layout, files, records).isInOrder(journal)) {
      return journal;
    }
    try (FileOperations.Lock lock = lock(holder)) {
      Objects.requireNonNull(lock);
      createOwnDirectories();
      return new Recovery(layout, files, records).settle();
    } catch (TargetBusyException e) {
      return records.journal();
    }
  }

  /// Whether this user may put the target in order.
  private boolean mayChange() throws IOException {
    return files.status(layout.own()).exists()
        && files.isWritable(layout.own())
        && !obstacles.isRootAmongOthers();
  }

  /// The journal, with the trees that it does not know and that can be told by what they hold.
  private Journal recognised() throws IOException {
    return new Recognition(layout, files, records).look(records.journal());
  }

  /// Keeps publishers away while the target is read, which needs no more than to read.
  ///
  /// @return empty if there is nothing to lock: nobody has published here
  private Optional<FileOperations.Lock> lockToRead() throws IOException {
    if (!files.status(layout.own()).exists() || !files.status(layout.lock()).exists()) {
      return Optional.empty();
    }
    Optional<FileOperations.Lock> lock = files.lockToRead(layout.lock());
    if (lock.isEmpty()) {
      throw new TargetBusyException(Holder.describe(files.read(layout.lock()), layout.target()));
    }
    return lock;
  }

  private FileOperations.Lock lockToChange(Holder holder) throws ReleaseException {
    try {
      obstacles.refuseRoot(holder);
      return lock(holder);
    } catch (IOException e) {
      throw obstacles.explain(ReleaseException.of("read", layout.target(), e));
    }
  }

  private FileOperations.Lock lock(Holder holder) throws ReleaseException {
    try {
      createOwn(layout.own());
      Optional<FileOperations.Lock> lock = files.lock(layout.lock(), holder.toBytes());
      if (lock.isPresent()) {
        return lock.get();
      }
      throw new TargetBusyException(Holder.describe(files.read(layout.lock()), layout.target()));
    } catch (IOException e) {
      throw ReleaseException.of("lock", layout.lock(), e);
    }
  }

  private StagedRelease stageLocked(ReleaseRequest request, FileOperations.Lock lock)
      throws IOException {
    createOwnDirectories();
    Recovery recovery = new Recovery(layout, files, records);
    Journal journal = recovery.run();
    new Ownership(layout, files, journal).check();
    files.probe();
    String id = records.newId(request.holder().since());
    return new StagedRelease(id, request, layout, files, records, journal, recovery, lock);
  }

  private void createOwnDirectories() throws IOException {
    createOwn(layout.releases());
    createOwn(layout.manifests());
  }

  private void createOwn(Path directory) throws IOException {
    FileStatus status = files.status(directory);
    if (!status.exists()) {
      files.createDirectory(directory, Layout.PRIVATE);
    } else if (!status.isDirectory()) {
      throw ReleaseException.refused(
          directory + " is not a directory", "move it away: Godwit needs the name");
    }
  }

  private static void createMissing(Path directory, FileOperations files) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      createMissing(parent, files);
    }
    try {
      files.createDirectory(directory, StagingTree.DIRECTORY_MODE);
    } catch (NoSuchFileException e) { // though its parent is there, as in /proc
      throw new ReleaseException(
          ReleaseException.Kind.FAILED,
          "cannot make the directory %s: nobody can make one in %s".formatted(directory, parent),
          "let publish.target lead to a directory on a disk",
          e);
    }
    files.setMode(directory, StagingTree.DIRECTORY_MODE | files.status(directory).mode());
  }
}
