package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Hands every operation on, for a subclass to do some of them in another way.
abstract class ForwardingFiles implements FileOperations {
  private final FileOperations files;

  ForwardingFiles(FileOperations files) {
    this.files = files;
  }

  @Override
  public FileStatus status(Path path) throws IOException {
    return files.status(path);
  }

  @Override
  public BasicStatus basicStatus(Path path) throws IOException {
    return files.basicStatus(path);
  }

  @Override
  public Optional<String> readLink(Path path) throws IOException {
    return files.readLink(path);
  }

  @Override
  public boolean isWritable(Path directory) throws IOException {
    return files.isWritable(directory);
  }

  @Override
  public int user() {
    return files.user();
  }

  @Override
  public void createDirectory(Path directory, int mode) throws IOException {
    files.createDirectory(directory, mode);
  }

  @Override
  public void createFile(Path file, byte[] content) throws IOException {
    files.createFile(file, content);
  }

  @Override
  public void createLink(Path link, String text) throws IOException {
    files.createLink(link, text);
  }

  @Override
  public long copyFile(Path source, Path file) throws IOException {
    return files.copyFile(source, file);
  }

  @Override
  public void setMode(Path path, int mode) throws IOException {
    files.setMode(path, mode);
  }

  @Override
  public void setModified(Path path, Instant time) throws IOException {
    files.setModified(path, time);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return files.read(file);
  }

  @Override
  public ContentHash hash(Path file) throws IOException {
    return files.hash(file);
  }

  @Override
  public boolean areSame(Path one, Path other) throws IOException {
    return files.areSame(one, other);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    return files.list(directory);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(path);
  }

  @Override
  public void exchange(Path one, Path other) throws IOException {
    files.exchange(one, other);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    files.move(from, to);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    files.replace(from, to);
  }

  @Override
  public void syncFileSystem(Path directory) throws IOException {
    files.syncFileSystem(directory);
  }

  @Override
  public void sync(Path path) throws IOException {
    files.sync(path);
  }

  @Override
  public Optional<Lock> lock(Path file, byte[] holder) throws IOException {
    return files.lock(file, holder);
  }

  @Override
  public Optional<Lock> lockToRead(Path file) throws IOException {
    return files.lockToRead(file);
  }

  @Override
  public Path createTemporaryDirectory() throws IOException {
    return files.createTemporaryDirectory();
  }
}
