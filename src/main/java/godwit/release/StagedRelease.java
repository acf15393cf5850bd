package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A release in the making, in a tree beside the served one. It has the target's lock until it is
/// closed, and without [#goLive] nothing of it is left then.
///
/// [#write] and [#copy] may be called from several threads at once; [#goLive] and [#close] only
/// when none of those is under way.
public final class StagedRelease implements OutputSink, AutoCloseable {
  private final String id;
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final StagingTree tree;
  private final FileOperations.Lock lock;

  /// Whether a swap was left half done: each tree stays where the error said.
  private boolean halfDone;

  private final ReleaseRequest request;
  private final java.util.Map<String, StubManifest.Item> items =
      new java.util.concurrent.ConcurrentSkipListMap<>();

  /// @param tree the one at the staging name
  /// @param lock to be released when this is closed
  StagedRelease(
      String id,
      Layout layout,
      FileOperations files,
      StagingTree tree,
      FileOperations.Lock lock,
      ReleaseRequest request) {
    this.request = request;
    this.id = id;
    this.layout = layout;
    this.files = files;
    this.records = new ReleaseRecords(layout, files);
    this.tree = tree;
    this.lock = lock;
  }

  /// @throws ReleaseException if it cannot be stored
  /// @throws IllegalStateException if the path has been written already, which is for the caller to
  ///   rule out
  @Override
  public void write(OutputFile file, byte[] bytes) throws ReleaseException {
    tree.write(file, bytes);
    items.put(
        file.path().value(), new StubManifest.Item(file, bytes.length, StubManifest.hash(bytes)));
  }

  private StubManifest manifest() {
    return new StubManifest(
        id, request.site(), request.asOf(), request.holder(), java.util.Map.copyOf(items));
  }

  /// What [#goLive] would change. To be called when everything is written.
  public Changes changes() throws ReleaseException {
    try {
      return StubManifest.changes(StubManifest.read(layout, layout.live(), files), manifest());
    } catch (IOException e) {
      throw ReleaseException.of("read", layout.own(), e);
    }
  }

  /// The bytes of a file of the live release.
  public Optional<byte[]> before(godwit.output.OutputPath path) throws ReleaseException {
    return bytes(layout.live().resolve(path.value()));
  }

  /// The bytes of a file of this release.
  public Optional<byte[]> after(godwit.output.OutputPath path) throws ReleaseException {
    return bytes(layout.staging().resolve(path.value()));
  }

  private Optional<byte[]> bytes(Path file) throws ReleaseException {
    try {
      return files.status(file).kind() == FileStatus.Kind.FILE
          ? Optional.of(files.read(file))
          : Optional.empty();
    } catch (IOException e) {
      throw ReleaseException.of("read", file, e);
    }
  }

  /// The copy has the modification time of the source.
  ///
  /// @throws ReleaseException if the source cannot be read or the copy not be stored
  /// @throws IllegalStateException as [#write]
  @Override
  public long copy(OutputFile file, Path source) throws ReleaseException {
    long size = tree.copy(file, source);
    byte[] bytes = after(file.path()).orElseThrow();
    items.put(file.path().value(), new StubManifest.Item(file, size, StubManifest.hash(bytes)));
    return size;
  }

  /// Puts the release live: makes sure that all of it is on disk, then exchanges it with `html`,
  /// and what was there with `html.old`. To be called once, when everything is written.
  ///
  /// @throws ReleaseException if `html` and `html.old` are as they were, unless the message says
  ///   otherwise
  public Published goLive() throws ReleaseException {
    try {
      new Ownership(layout, files).check();
      FileStatus replaced = files.status(layout.live());
      boolean adopted = replaced.exists() && records.of(replaced).isEmpty();
      manifest().write(layout);
      sync(replaced);
      swap();
      return new Published(
          id,
          layout.live(),
          replaced.exists() ? Optional.of(layout.backup()) : Optional.empty(),
          adopted,
          tree.fileCount(),
          tree.byteCount());
    } catch (IOException e) {
      throw ReleaseException.of("publish to", layout.target(), e);
    }
  }

  /// Deletes what is staged, or what the swap has left over, and releases the lock. That may take
  /// as long as writing did: tell that the release is live before. What cannot be deleted now is
  /// deleted by the next publish.
  ///
  /// It goes by what the trees are, like the recovery of a dead publisher, so that not even a bug
  /// half way through the swap makes it delete the wrong one.
  @Override
  public void close() {
    try {
      cleanUp();
    } finally {
      lock.close();
    }
  }

  /// The record is on disk before the tree can be live: by it, whoever finds the target after a
  /// crash knows what is what.
  private void sync(FileStatus replaced) throws IOException {
    TreeIdentity staged = files.status(layout.staging()).identity();
    try {
      records.write(
          new ReleaseRecord(
              id, staged, replaced.exists() ? Optional.of(replaced.identity()) : Optional.empty()));
      files.syncFileSystem(layout.own());
    } catch (IOException e) {
      throw ReleaseException.of("store the release in", layout.own(), e);
    }
  }

  private void swap() throws IOException {
    try {
      new Swap(layout, files).run();
    } catch (SwapLeftHalfDone e) {
      halfDone = true;
      throw e;
    }
  }

  private void cleanUp() {
    if (halfDone) {
      return;
    }
    try {
      new Recovery(layout, files).run();
    } catch (IOException e) {
      // The next publish begins with the same, and says so if it fails again.
    }
  }
}
