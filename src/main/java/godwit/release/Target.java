package godwit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
  private final FileOperations files;
  private final ReleaseRecords records;

  private Target(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.records = new ReleaseRecords(layout, files);
  }

  /// Opens a target, and makes it if it is not there.
  ///
  /// @param directory may be a symbolic link, to another file system too
  /// @throws ReleaseException if it is no directory and cannot be made one
  public static Target open(Path directory) throws ReleaseException {
    return open(directory, new SystemFiles());
  }

  static Target open(Path directory, FileOperations files) throws ReleaseException {
    Path absolute = directory.toAbsolutePath();
    try {
      createMissing(absolute, files);
      return new Target(new Layout(absolute.toRealPath()), files);
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
    FileOperations.Lock lock = lock(request.holder());
    boolean staged = false;
    try {
      StagedRelease release = stageLocked(request, lock);
      staged = true;
      return release;
    } catch (IOException e) {
      throw ReleaseException.of("prepare", layout.own(), e);
    } finally {
      if (!staged) {
        lock.close();
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
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// The same as they stand, without a lock, and without putting anything in order.
  public List<Release> releases() throws ReleaseException {
    try {
      return files.status(layout.own()).exists()
          ? new History(layout, files, records).list(records.journal())
          : List.of();
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// Puts an earlier release back, byte for byte, without rendering. What is live becomes
  /// `html.old`.
  ///
  /// @param id which one; the one in `html.old` if empty
  /// @throws TargetBusyException if a publisher has the lock
  /// @throws ReleaseException if there is no such release, or it cannot be put back; nothing has
  ///   changed then, unless the message says otherwise
  public RolledBack rollback(Holder holder, Optional<String> id) throws ReleaseException {
    try (FileOperations.Lock lock = lock(holder)) {
      Objects.requireNonNull(lock);
      createOwnDirectories();
      Recovery recovery = new Recovery(layout, files, records);
      RolledBack done = new Rollback(layout, files, records, recovery.run()).run(id);
      tidy(recovery);
      return done.with(recovery.kept());
    } catch (IOException e) {
      throw ReleaseException.of("roll back", layout.target(), e);
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
    if (!Files.exists(layout.own())) {
      return List.of();
    }
    try (FileOperations.Lock lock = lock(holder)) {
      Objects.requireNonNull(lock);
      createOwnDirectories();
      return new Check(layout, files, records, new Recovery(layout, files, records).settle()).run();
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// The site of the live release, see [ReleaseRequest]; empty if there is none that Godwit made.
  public Optional<String> site() throws ReleaseException {
    try {
      Optional<String> live = records.journal().releaseOf(files.status(layout.live()));
      return live.isEmpty() ? Optional.empty() : records.find(live.get()).map(ReleaseRecord::site);
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// The journal, with the target put in order unless somebody who has the lock is about to.
  private Journal inOrder(Holder holder) throws IOException {
    try (FileOperations.Lock lock = lock(holder)) {
      Objects.requireNonNull(lock);
      createOwnDirectories();
      return new Recovery(layout, files, records).settle();
    } catch (TargetBusyException e) {
      return records.journal();
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
    probe();
    String id = records.newId(request.holder().since());
    return new StagedRelease(id, request, layout, files, records, journal, recovery, lock);
  }

  private void createOwnDirectories() throws IOException {
    createOwn(layout.releases());
    createOwn(layout.manifests());
  }

  /// Exchanges two empty directories, so that it is not after minutes of rendering that a file
  /// system turns out to be unable to.
  private void probe() throws IOException {
    files.createDirectory(layout.probe(), Layout.PRIVATE);
    files.createDirectory(layout.incoming(), Layout.PRIVATE);
    try {
      files.exchange(layout.probe(), layout.incoming());
    } catch (IOException e) {
      throw ReleaseException.of("exchange directories in", layout.own(), e);
    }
    files.delete(layout.probe());
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
    files.createDirectory(directory, StagingTree.DIRECTORY_MODE);
    files.setMode(directory, StagingTree.DIRECTORY_MODE | files.status(directory).mode());
  }
}
