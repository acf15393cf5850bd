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
  /// @param request who publishes; the release is named for the time it began
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

  StagedRelease stage(Holder holder) throws ReleaseException {
    return stage(new ReleaseRequest(holder, "", holder.since(), 10, java.time.Duration.ofDays(7)));
  }

  /// The releases, newest first.
  public java.util.List<Release> releases() throws ReleaseException {
    try {
      java.util.List<Release> all = new java.util.ArrayList<>();
      StubManifest.read(layout, layout.live(), files)
          .ifPresent(found -> all.add(found.release(Release.State.LIVE)));
      StubManifest.read(layout, layout.backup(), files)
          .ifPresent(found -> all.add(found.release(Release.State.BACKUP)));
      all.sort(java.util.Comparator.comparing(Release::id).reversed());
      return all;
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// Puts an earlier release back.
  public RolledBack rollback(Holder holder, Optional<String> id) throws ReleaseException {
    FileOperations.Lock lock = lock(holder);
    try {
      Optional<StubManifest> live = StubManifest.read(layout, layout.live(), files);
      Optional<StubManifest> backup = StubManifest.read(layout, layout.backup(), files);
      if (backup.isEmpty() || (id.isPresent() && !backup.get().id().equals(id.get()))) {
        throw ReleaseException.refused("there is no earlier release", "publish twice");
      }
      files.exchange(layout.live(), layout.backup());
      return new RolledBack(
          backup.get().release(Release.State.LIVE),
          layout.backup(),
          StubManifest.changes(live, backup.get()));
    } catch (IOException e) {
      throw ReleaseException.of("roll back", layout.target(), e);
    } finally {
      lock.close();
    }
  }

  /// Compares what is there with the manifests.
  public java.util.List<Finding> check() throws ReleaseException {
    try {
      java.util.List<Finding> findings = new java.util.ArrayList<>();
      StubManifest live = StubManifest.read(layout, layout.live(), files).orElse(null);
      if (live != null) {
        for (var item : live.items().entrySet()) {
          Path file = layout.live().resolve(item.getKey());
          if (!files.status(file).exists()) {
            findings.add(new Finding(Finding.Problem.MISSING, "html/" + item.getKey(), live.id()));
          } else if (!StubManifest.hash(files.read(file)).equals(item.getValue().hash())) {
            findings.add(new Finding(Finding.Problem.CHANGED, "html/" + item.getKey(), live.id()));
          }
        }
      }
      return findings;
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// The site of the live release; empty if there is none, or not Godwit's.
  public Optional<String> site() throws ReleaseException {
    try {
      return StubManifest.read(layout, layout.live(), files).map(StubManifest::site);
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
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
    createOwn(layout.releases());
    new Recovery(layout, files).run();
    new Ownership(layout, files).check();
    files.createDirectory(layout.staging(), StagingTree.DIRECTORY_MODE);
    probe();
    String id = new ReleaseRecords(layout, files).newId(request.holder().since());
    return new StagedRelease(
        id, layout, files, StagingTree.in(layout.staging(), files), lock, request);
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
