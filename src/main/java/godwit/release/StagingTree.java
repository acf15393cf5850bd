package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/// The tree that a release is written into, empty at first. This is the hot path of a publish: a
/// file costs its open, write and close, and a directory is made once.
///
/// It lies in a directory that only Godwit's user can enter, and everything in it is new, so no
/// symbolic link leads out of it.
final class StagingTree implements OutputSink {
  private static final int FILE_MODE = 0644;
  static final int DIRECTORY_MODE = 0755;

  private final Path root;
  private final FileOperations files;

  /// Whether the umask, or a default ACL, takes away what a web server needs to read the tree.
  private final boolean narrowed;

  /// The mode of directories: with set-group-id if the target has that.
  private final int directoryMode;

  private final ConcurrentMap<String, Boolean> directories = new ConcurrentHashMap<>();
  private final LongAdder fileCount = new LongAdder();
  private final LongAdder byteCount = new LongAdder();

  private StagingTree(Path root, FileOperations files, int mode) {
    this.root = root;
    this.files = files;
    this.narrowed = (mode & DIRECTORY_MODE) != DIRECTORY_MODE;
    this.directoryMode = mode | DIRECTORY_MODE;
  }

  /// @param root an empty directory, made by [FileOperations#createDirectory]
  static StagingTree in(Path root, FileOperations files) throws IOException {
    StagingTree tree = new StagingTree(root, files, files.status(root).mode());
    tree.widen(root, tree.directoryMode);
    return tree;
  }

  /// @throws IllegalStateException if the path has been written already, which is for the caller to
  ///   rule out
  @Override
  public void write(OutputFile output, byte[] bytes) throws ReleaseException {
    Path file = locate(output.path());
    try {
      files.createFile(file, bytes);
      widen(file, FILE_MODE);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException("'" + output.path() + "' is written twice", e);
    } catch (IOException e) {
      throw ReleaseException.of("write", file, e);
    }
    count(bytes.length);
  }

  /// The copy has the modification time of the source, so that a web server's ETag stays the same
  /// from release to release.
  ///
  /// @throws IllegalStateException as [#write]
  @Override
  public long copy(OutputFile output, Path source) throws ReleaseException {
    Path file = locate(output.path());
    try {
      long size = files.copyFile(source, file);
      widen(file, FILE_MODE);
      count(size);
      return size;
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException("'" + output.path() + "' is written twice", e);
    } catch (FileSystemException e) {
      boolean unreadable = source.toString().equals(e.getFile());
      throw ReleaseException.of(unreadable ? "read" : "write", unreadable ? source : file, e);
    } catch (IOException e) {
      throw ReleaseException.of("copy " + source + " to", file, e);
    }
  }

  long fileCount() {
    return fileCount.sum();
  }

  long byteCount() {
    return byteCount.sum();
  }

  private Path locate(OutputPath path) throws ReleaseException {
    String name = path.value();
    try {
      createParents(name);
      return root.resolve(name);
    } catch (UncheckedIOException e) {
      throw ReleaseException.of(
          "make the directory of", root.resolve(name), Objects.requireNonNull(e.getCause()));
    } catch (InvalidPathException e) {
      throw new ReleaseException(
          ReleaseException.Kind.FAILED,
          "cannot write '" + name + "': the locale has no such letters in file names",
          "set a UTF-8 locale, such as LC_ALL=C.UTF-8",
          e);
    }
  }

  private void createParents(String name) {
    int end = name.lastIndexOf('/');
    if (end < 0 || directories.containsKey(name.substring(0, end))) {
      return;
    }
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      directories.computeIfAbsent(name.substring(0, slash), this::createDirectory);
    }
  }

  private boolean createDirectory(String name) {
    Path directory = root.resolve(name);
    try {
      files.createDirectory(directory, DIRECTORY_MODE);
      widen(directory, directoryMode);
      return true;
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException("'" + name + "' is a file, and a directory too", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void widen(Path path, int mode) throws IOException {
    if (narrowed) {
      files.setMode(path, mode);
    }
  }

  private void count(long size) {
    fileCount.increment();
    byteCount.add(size);
  }
}
