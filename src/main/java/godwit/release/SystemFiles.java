package godwit.release;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import godwit.libc.DescriptorCalls;
import godwit.libc.FileCalls;
import godwit.libc.UserCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The operations on a real Linux file system.
final class SystemFiles implements FileOperations {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<?> FILE_MODE = mode("rw-r--r--");
  private static final int PERMISSIONS = 07777;
  private static final int TYPE = 0170000;
  private static final int DIRECTORY = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;

  @Override
  public FileStatus status(Path path) throws IOException {
    Map<String, Object> found;
    try {
      found =
          Files.readAttributes(
              path,
              "unix:mode,uid,dev,ino,creationTime,size,lastModifiedTime,ctime",
              NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return FileStatus.MISSING;
    }
    int mode = (int) Objects.requireNonNull(found.get("mode"));
    FileStatus.Kind kind =
        switch (mode & TYPE) {
          case DIRECTORY -> FileStatus.Kind.DIRECTORY;
          case FILE -> FileStatus.Kind.FILE;
          case LINK -> FileStatus.Kind.LINK;
          default -> FileStatus.Kind.OTHER;
        };
    return new FileStatus(
        kind,
        (long) Objects.requireNonNull(found.get("dev")),
        new TreeIdentity(
            (long) Objects.requireNonNull(found.get("ino")), time(found.get("creationTime"))),
        (int) Objects.requireNonNull(found.get("uid")),
        mode & PERMISSIONS,
        (long) Objects.requireNonNull(found.get("size")),
        time(found.get("lastModifiedTime")),
        time(found.get("ctime")));
  }

  @Override
  public BasicStatus basicStatus(Path path) throws IOException {
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return BasicStatus.MISSING;
    }
    FileStatus.Kind kind = FileStatus.Kind.OTHER;
    if (found.isRegularFile()) {
      kind = FileStatus.Kind.FILE;
    } else if (found.isDirectory()) {
      kind = FileStatus.Kind.DIRECTORY;
    } else if (found.isSymbolicLink()) {
      kind = FileStatus.Kind.LINK;
    }
    return new BasicStatus(kind, found.size(), found.lastModifiedTime().toInstant());
  }

  @Override
  public Optional<String> readLink(Path path) throws IOException {
    try {
      return Optional.of(Files.readSymbolicLink(path).toString());
    } catch (NoSuchFileException | NotLinkException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isWritable(Path directory) {
    return Files.isWritable(directory);
  }

  @Override
  public int user() {
    return UserCalls.effective();
  }

  private static Instant time(@Nullable Object attribute) {
    return ((FileTime) Objects.requireNonNull(attribute)).toInstant();
  }

  @Override
  public void createDirectory(Path directory, int mode) throws IOException {
    Files.createDirectory(directory, mode(mode == 0700 ? "rwx------" : "rwxr-xr-x"));
  }

  @Override
  public void createFile(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW, FILE_MODE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  @Override
  public void createLink(Path link, String text) throws IOException {
    Files.createSymbolicLink(link, Path.of(text));
  }

  @Override
  public long copyFile(Path source, Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(source, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) { // opening a pipe would wait for ever
      throw new FileSystemException(source.toString(), null, "it is not a regular file");
    }
    long size = 0;
    try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(file, NEW, FILE_MODE)) {
      for (long copied = -1; copied != 0; size += copied) {
        copied = in.transferTo(size, Long.MAX_VALUE - size, out);
      }
    }
    Files.getFileAttributeView(file, BasicFileAttributeView.class, NOFOLLOW_LINKS)
        .setTimes(attributes.lastModifiedTime(), null, null);
    return size;
  }

  @Override
  public void setMode(Path path, int mode) throws IOException {
    Files.setAttribute(path, "unix:mode", mode);
  }

  @Override
  public void setModified(Path path, Instant time) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class, NOFOLLOW_LINKS)
        .setTimes(FileTime.from(time), null, null);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public ContentHash hash(Path file) throws IOException {
    MessageDigest digest = ContentHash.digest();
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return ContentHash.ended(digest);
  }

  @Override
  public boolean areSame(Path one, Path other) throws IOException {
    return Files.mismatch(one, other) < 0;
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE); // rename(2) replaces
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }

  @Override
  public void exchange(Path one, Path other) throws IOException {
    FileCalls.exchange(one, other);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    FileCalls.move(from, to);
  }

  @Override
  public void syncFileSystem(Path directory) throws IOException {
    int descriptor = FileCalls.openDirectory(directory);
    try {
      DescriptorCalls.syncFileSystem(descriptor, directory);
    } finally {
      DescriptorCalls.close(descriptor);
    }
  }

  @Override
  public void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<Lock> lock(Path file, byte[] holder) throws IOException {
    int descriptor = FileCalls.openOrCreate(file, 0644);
    boolean held = false;
    try {
      if (DescriptorCalls.lock(descriptor, file)) {
        overwrite(file, holder);
        held = true;
      }
    } finally {
      if (!held) {
        unlock(descriptor, file);
      }
    }
    return held ? Optional.of(() -> release(descriptor, file)) : Optional.empty();
  }

  /// In its place: on a full disk there would be no room for it again once it is given up.
  private static void overwrite(Path file, byte[] text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(text);
      while (buffer.hasRemaining()) {
        channel.write(buffer, buffer.position());
      }
      channel.truncate(text.length);
    }
  }

  @Override
  public Optional<Lock> lockToRead(Path file) throws IOException {
    int descriptor = FileCalls.openToRead(file);
    boolean held = false;
    try {
      held = DescriptorCalls.lockShared(descriptor, file);
    } finally {
      if (!held) {
        unlock(descriptor, file);
      }
    }
    return held ? Optional.of(() -> unlock(descriptor, file)) : Optional.empty();
  }

  @Override
  public Path createTemporaryDirectory() throws IOException {
    return Files.createTempDirectory("godwit");
  }

  /// Leaves the file where it is: were it deleted, a publisher that has just opened it would lock a
  /// file that no one else can find.
  private static void release(int descriptor, Path file) {
    try {
      byte[] blank = new byte[(int) Files.size(file)];
      Arrays.fill(blank, (byte) ' ');
      overwrite(file, blank);
    } catch (IOException e) {
      // The text in an unlocked file is read by no one.
    } finally {
      unlock(descriptor, file);
    }
  }

  /// Closes the descriptor; before that it lets the lock go if there is one.
  private static void unlock(int descriptor, Path file) {
    try {
      DescriptorCalls.unlock(descriptor, file);
    } catch (IOException e) {
      // It goes with the descriptor.
    }
    try {
      DescriptorCalls.close(descriptor);
    } catch (IOException e) {
      // It is closed either way.
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
