package godwit.daemon.socket;

import godwit.daemon.socket.ControlSocketException.Kind;
import godwit.libc.DescriptorCalls;
import godwit.libc.Errno;
import godwit.libc.FileCalls;
import godwit.libc.SocketCalls;
import godwit.libc.StreamCalls;
import godwit.libc.SystemCallException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A listening Unix socket that file permissions guard from its first moment, and that one daemon
/// has at a time.
///
/// To bind a socket and then set its mode leaves a moment in which anybody may connect, and to
/// delete what is in its place lets a second daemon take the socket of the first. So: the lock of a
/// file beside it decides who goes on; the socket is bound in a directory that nobody else may
/// enter, with a mode of its owner's only; then it is given its group, its mode and its ears, and
/// renamed to where it is to be, which replaces what a killed daemon left.
public final class ControlSocket implements Closeable {
  /// How many connections may wait to be accepted.
  static final int BACKLOG = 1024;

  private static final int TYPE = 0170000;
  private static final int SOCKET = 0140000;
  private static final int OWNER = 0600;

  private final Descriptor descriptor;
  private final @Nullable Path path;
  private final @Nullable Object identity;
  private final @Nullable SocketLock lock;

  private ControlSocket(
      Descriptor descriptor,
      @Nullable Path path,
      @Nullable Object identity,
      @Nullable SocketLock lock) {
    this.descriptor = descriptor;
    this.path = path;
    this.identity = identity;
    this.lock = lock;
  }

  /// Binds the socket and listens to it.
  ///
  /// @throws ControlSocketException if another daemon has it, or it cannot be made
  public static ControlSocket open(SocketOptions options) throws ControlSocketException {
    Path path = SocketPath.check(options.path());
    Path directory = Objects.requireNonNullElse(path.getParent(), path);
    if (!Files.isDirectory(directory)) {
      throw new ControlSocketException(
          Kind.CONFIG,
          "there is no directory for the socket %s: %s".formatted(path, directory),
          "make it, for the user that the daemon runs as (`mkdir`, or RuntimeDirectory= in the"
              + " unit)");
    }
    try {
      SocketLock lock = SocketLock.take(path);
      try {
        return bind(path, options, lock);
      } catch (IOException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw explained(path, e);
    }
  }

  /// Takes a socket that somebody else has bound and listens to: [Activation]. It is theirs, and so
  /// is the file, which stays.
  public static ControlSocket inherited(int descriptor) throws ControlSocketException {
    try {
      if (StreamCalls.isListening(descriptor)) {
        DescriptorCalls.doNotBlock(descriptor);
        return new ControlSocket(new Descriptor(descriptor), null, null, null);
      }
      throw notListening(descriptor, null);
    } catch (SystemCallException e) {
      throw notListening(descriptor, e);
    }
  }

  private static ControlSocketException notListening(
      int descriptor, @Nullable SystemCallException cause) {
    String message =
        "what was passed as descriptor %d is no Unix stream socket that is listened to"
            .formatted(descriptor);
    String remedy = "give the socket unit ListenStream= with a path";
    return cause == null
        ? new ControlSocketException(Kind.CONFIG, message, remedy)
        : new ControlSocketException(Kind.CONFIG, message, remedy, cause);
  }

  Descriptor descriptor() {
    return descriptor;
  }

  /// Takes the next connection that waits.
  ///
  /// @return empty if none does
  /// @throws IOException if there are too many open files, or the socket is closed
  public Optional<ClientSocket> accept() throws IOException {
    try {
      Descriptor accepted = new Descriptor(descriptor.use(StreamCalls::accept));
      try {
        return Optional.of(
            new ClientSocket(accepted, Credentials.of(accepted.use(StreamCalls::credentials))));
      } catch (IOException e) {
        accepted.close();
        throw e;
      }
    } catch (SystemCallException e) {
      if (e.is(Errno.EAGAIN) || e.is(Errno.ECONNABORTED)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Whether it was not closed.
  public boolean isOpen() {
    return descriptor.isOpen();
  }

  /// Where clients find it; empty if somebody else has bound it.
  public Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /// Deletes the socket's file if it is still the one that was made here, so that new clients find
  /// none. Those who have connected are not touched.
  public void unlink() throws IOException {
    if (path != null && Objects.equals(identity, identity(path))) {
      Files.deleteIfExists(path);
    }
  }

  /// Unlinks it, accepts no more, and lets another daemon have it.
  @Override
  public void close() throws IOException {
    try {
      unlink();
      descriptor.close();
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }

  private static ControlSocket bind(Path path, SocketOptions options, SocketLock lock)
      throws IOException {
    checkReplaceable(path);
    Path directory = path.resolveSibling("." + path.getFileName() + ".new");
    Path unfinished = directory.resolve("socket");
    deleteLeftOver(directory, unfinished); // nobody else makes it: the lock is held
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    int descriptor = -1;
    try {
      descriptor = SocketCalls.stream();
      DescriptorCalls.setMode(descriptor, options.mode() & OWNER);
      bindIn(directory, unfinished, descriptor);
      if (options.group().isPresent()) {
        setGroup(unfinished, options.group().get());
      }
      Files.setPosixFilePermissions(unfinished, permissions(options.mode()));
      SocketCalls.listen(descriptor, BACKLOG);
      checkReplaceable(path);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      ControlSocket made =
          new ControlSocket(new Descriptor(descriptor), path, identity(path), lock);
      descriptor = -1; // is its own now
      return made;
    } finally {
      if (descriptor >= 0) {
        DescriptorCalls.close(descriptor);
      }
      deleteLeftOver(directory, unfinished);
    }
  }

  /// The directory's own path may be too long for an address where the socket's is not.
  private static void bindIn(Path directory, Path socket, int descriptor) throws IOException {
    if (SocketPath.fits(socket)) {
      SocketCalls.bind(descriptor, socket);
      return;
    }
    int opened = FileCalls.openDirectory(directory);
    try {
      SocketCalls.bind(descriptor, Path.of("/proc/self/fd/" + opened, "socket"));
    } finally {
      DescriptorCalls.close(opened);
    }
  }

  private static void deleteLeftOver(Path directory, Path socket) throws IOException {
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(socket);
      Files.delete(directory);
    }
  }

  /// Refuses to replace what is not a socket, and a socket that somebody answers on without having
  /// asked for the lock.
  private static void checkReplaceable(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    if ((mode & TYPE) != SOCKET) {
      throw new ControlSocketException(
          Kind.CONFIG,
          "there is something at %s that is no socket".formatted(path),
          "move it away, or choose another path for the socket");
    }
    // Java's own channel knows no path as long as an address may be.
    if (SocketCalls.isListenedTo(path)) {
      throw ControlSocketException.busy(
          "another program listens to the socket " + path,
          "stop it first, or choose another path for the socket",
          -1);
    }
  }

  private static void setGroup(Path socket, String group) throws IOException {
    try {
      if (group.matches("[0-9]{1,9}")) {
        Files.setAttribute(socket, "unix:gid", Integer.parseInt(group));
      } else {
        Files.getFileAttributeView(socket, PosixFileAttributeView.class)
            .setGroup(
                socket
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByGroupName(group));
      }
    } catch (UserPrincipalNotFoundException e) {
      throw new ControlSocketException(
          Kind.CONFIG,
          "there is no group " + group,
          "make it (`groupadd --system " + group + "`), or name another",
          e);
    } catch (FileSystemException e) {
      throw new ControlSocketException(
          Kind.NOT_PERMITTED,
          "the socket cannot be given to the group " + group,
          "add the user that the daemon runs as to the group, or start the daemon anew if it was"
              + " added meanwhile",
          e);
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] all = PosixFilePermission.values(); // from the owner's r to the others' x
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < all.length; i++) {
      if ((mode & 0400 >> i) != 0) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }

  /// Device and inode, or null if nothing is there.
  private static @Nullable Object identity(Path path) throws IOException {
    try {
      return Files.getAttribute(path, "unix:fileKey", LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static ControlSocketException explained(Path path, IOException cause) {
    if (cause instanceof ControlSocketException told) {
      return told;
    }
    Errno errno = cause instanceof SystemCallException e ? Errno.of(e.errno()) : null;
    if (cause instanceof AccessDeniedException || errno == Errno.EACCES || errno == Errno.EPERM) {
      return new ControlSocketException(
          Kind.NOT_PERMITTED,
          "no permission to make the socket %s: %s".formatted(path, detail(cause)),
          "let the daemon run as the user that its directory belongs to (`chown`), and delete a"
              + " lock file of another user",
          cause);
    }
    String remedy =
        switch (errno) {
          case ENOTDIR -> "move away the file that is in the place of a directory";
          case EROFS -> "choose a path on a file system that can be written to, such as /run";
          case ENOSPC -> "free some space (`df`, `df -i`)";
          case ELOOP -> "move the symbolic link away";
          case null, default ->
              cause instanceof NotDirectoryException
                  ? "move away the file that is in the place of a directory"
                  : "choose a path on a local file system, such as /run";
        };
    return new ControlSocketException(
        Kind.FAILED,
        "the socket %s cannot be made: %s".formatted(path, detail(cause)),
        remedy,
        cause);
  }

  private static String detail(IOException cause) {
    if (cause instanceof FileSystemException e) {
      return e.getReason() == null
          ? e.getFile() + (e instanceof AccessDeniedException ? ": permission denied" : "")
          : e.getFile() + ": " + e.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
