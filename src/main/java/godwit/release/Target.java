package godwit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int PRIVATE = 0700;

  private final Layout layout;
  private final FileOperations files;

  private Target(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
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

  /// Begins a publish: takes the lock, cleans up what a dead publisher left, sees that a swap will
  /// be possible, and makes an empty staging tree.
  ///
  /// @param holder who publishes; the release is named for the time it began
  /// @throws TargetBusyException if another publisher, here or elsewhere, has the lock
  /// @throws ReleaseException if `html` or `html.old` is not Godwit's and in the way, or if the
  ///   file system cannot or may not be used
  public StagedRelease stage(Holder holder) throws ReleaseException {
    FileOperations.Lock lock = lock(holder);
    boolean staged = false;
    try {
      StagedRelease release = stageLocked(holder, lock);
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

  private StagedRelease stageLocked(Holder holder, FileOperations.Lock lock) throws IOException {
    createOwn(layout.releases());
    new Recovery(layout, files).run();
    new Ownership(layout, files).check();
    files.createDirectory(layout.staging(), StagingTree.DIRECTORY_MODE);
    probe();
    String id = new ReleaseRecords(layout, files).newId(holder.since());
    return new StagedRelease(id, layout, files, StagingTree.in(layout.staging(), files), lock);
  }

  /// Exchanges two empty directories, so that it is not after minutes of rendering that a file
  /// system turns out to be unable to.
  private void probe() throws IOException {
    files.createDirectory(layout.probe(), StagingTree.DIRECTORY_MODE);
    try {
      files.exchange(layout.staging(), layout.probe());
    } catch (IOException e) {
      throw ReleaseException.of("exchange directories in", layout.own(), e);
    }
    files.delete(layout.probe());
  }

  private void createOwn(Path directory) throws IOException {
    FileStatus status = files.status(directory);
    if (!status.exists()) {
      files.createDirectory(directory, PRIVATE);
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
