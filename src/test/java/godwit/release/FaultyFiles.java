package godwit.release;

import godwit.libc.Errno;
import godwit.libc.SystemCallException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Real files, with something done before each operation: counted, recorded, made to fail. Only the
/// syncs are left out: they take most of the time, and no test here turns the machine off.
class FaultyFiles implements FileOperations {
  private static final Set<String> READS =
      Set.of("areSame", "basicStatus", "hash", "isWritable", "list", "read", "readLink", "status");

  private final FileOperations real = new SystemFiles();
  private final Before before;
  private final AtomicInteger count = new AtomicInteger();
  private final List<Lock> locks = new ArrayList<>();

  FaultyFiles(Before before) {
    this.before = before;
  }

  interface Before {
    void operation(String name, Path path) throws IOException;
  }

  /// The process died.
  static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  /// Notes the kind of each operation.
  static FaultyFiles recording(List<String> operations) {
    return new FaultyFiles((name, _) -> operations.add(name));
  }

  /// Fails with an error number at the nth operation: only then, or from then on.
  static FaultyFiles failing(int nth, boolean fromThenOn, Errno errno) {
    AtomicInteger count = new AtomicInteger();
    return new FaultyFiles(
        (name, path) -> {
          int operation = count.incrementAndGet();
          if (operation == nth || fromThenOn && operation > nth) {
            throw new SystemCallException(name, path.toString(), null, errno.number());
          }
        });
  }

  /// Does nothing more from the nth operation on.
  static FaultyFiles dying(int nth) {
    AtomicInteger count = new AtomicInteger();
    return new FaultyFiles(
        (_, _) -> {
          if (count.incrementAndGet() >= nth) {
            throw new Death();
          }
        });
  }

  /// Whether operations of that kind change something, or see to it that it stays changed.
  static boolean changes(String operation) {
    return !READS.contains(operation);
  }

  /// How many operations there were, those that failed too.
  int count() {
    return count.get();
  }

  /// Lets go of the locks, as the end of the process would.
  void end() {
    locks.forEach(Lock::close);
  }

  private void operation(String name, Path path) throws IOException {
    count.incrementAndGet();
    before.operation(name, path);
  }

  @Override
  public FileStatus status(Path path) throws IOException {
    operation("status", path);
    return real.status(path);
  }

  @Override
  public BasicStatus basicStatus(Path path) throws IOException {
    operation("basicStatus", path);
    return real.basicStatus(path);
  }

  @Override
  public Optional<String> readLink(Path path) throws IOException {
    operation("readLink", path);
    return real.readLink(path);
  }

  @Override
  public boolean isWritable(Path directory) throws IOException {
    operation("isWritable", directory);
    return real.isWritable(directory);
  }

  @Override
  public int user() {
    return real.user();
  }

  @Override
  public void createDirectory(Path directory, int mode) throws IOException {
    operation("createDirectory", directory);
    real.createDirectory(directory, mode);
  }

  @Override
  public void createFile(Path file, byte[] content) throws IOException {
    operation("createFile", file);
    real.createFile(file, content);
  }

  @Override
  public void createLink(Path link, String text) throws IOException {
    operation("createLink", link);
    real.createLink(link, text);
  }

  @Override
  public long copyFile(Path source, Path file) throws IOException {
    operation("copyFile", file);
    return real.copyFile(source, file);
  }

  @Override
  public void setMode(Path path, int mode) throws IOException {
    operation("setMode", path);
    real.setMode(path, mode);
  }

  @Override
  public void setModified(Path path, Instant time) throws IOException {
    operation("setModified", path);
    real.setModified(path, time);
  }

  @Override
  public ContentHash hash(Path file) throws IOException {
    operation("hash", file);
    return real.hash(file);
  }

  @Override
  public boolean areSame(Path one, Path other) throws IOException {
    operation("areSame", other);
    return real.areSame(one, other);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    operation("replace", to);
    real.replace(from, to);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    operation("read", file);
    return real.read(file);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    operation("list", directory);
    return real.list(directory);
  }

  @Override
  public void delete(Path path) throws IOException {
    operation("delete", path);
    real.delete(path);
  }

  @Override
  public void exchange(Path one, Path other) throws IOException {
    operation("exchange", other);
    real.exchange(one, other);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    operation("move", to);
    real.move(from, to);
  }

  @Override
  public void syncFileSystem(Path directory) throws IOException {
    operation("syncFileSystem", directory);
  }

  @Override
  public void sync(Path path) throws IOException {
    operation("sync", path);
  }

  @Override
  public Optional<Lock> lock(Path file, byte[] holder) throws IOException {
    operation("lock", file);
    Optional<Lock> lock = real.lock(file, holder).map(Once::new);
    lock.ifPresent(locks::add);
    return lock;
  }

  @Override
  public Optional<Lock> lockToRead(Path file) throws IOException {
    operation("lockToRead", file);
    Optional<Lock> lock = real.lockToRead(file).map(Once::new);
    lock.ifPresent(locks::add);
    return lock;
  }

  @Override
  public Path createTemporaryDirectory() throws IOException {
    operation("createTemporaryDirectory", Path.of("/tmp"));
    return real.createTemporaryDirectory();
  }

  /// A descriptor closed twice could be somebody else's by then.
  private static final class Once implements Lock {
    private final Lock lock;
    private boolean closed;

    Once(Lock lock) {
      this.lock = lock;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        lock.close();
      }
    }
  }
}
