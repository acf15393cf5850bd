package godwit.release;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// The kernel's error numbers (Linux) that a publisher can meet, in words and with what to do.
enum Errno {
  EPERM(
      1,
      "the system does not permit it",
      "run as the owner of it and of the directory it is in; `lsattr` shows if it is immutable"),
  ENOENT(2, "it is not there", "look whether something else changes the target meanwhile"),
  EINTR(4, "it was interrupted", "run it again"),
  EIO(5, "the disk reports an error", "check the disk; `dmesg` says more"),
  EACCES(
      13,
      "permission denied",
      "run as the user that owns it and the directory it is in, or give those to this user"
          + " (`chown`)"),
  EBUSY(
      16,
      "it is a mount point, which cannot be renamed",
      "mount its parent, the target, and let html be a plain directory in it"),
  EEXIST(17, "there is something of that name", "look whether something else uses the target"),
  EXDEV(
      18,
      "its two sides are on different file systems, or in different layers of a container image",
      "keep html, html.old and .godwit on one file system; in a container, mount a volume at the"
          + " target"),
  ENOTDIR(20, "a part of the path is not a directory", "move away what is in its place"),
  EINVAL(
      22,
      "its file system cannot exchange two names in one step",
      "let publish.target be (a symlink to) a directory on ext4, XFS, Btrfs or tmpfs"),
  ENFILE(23, "the system has too many files open", "raise fs.file-max (`sysctl`)"),
  EMFILE(24, "this process has too many files open", "raise the limit (`ulimit -n`)"),
  EFBIG(27, "it is larger than a file may be here", "raise the limit (`ulimit -f`)"),
  ENOSPC(
      28,
      "no space is left on its file system",
      "free some space or inodes (`df`, `df -i`): there must be room for one more release"),
  EROFS(
      30,
      "its file system is mounted read-only",
      "mount it for writing, or let publish.target lead elsewhere"),
  EMLINK(31, "its directory is full", "spread the files over more directories"),
  ENAMETOOLONG(36, "its name is too long", "shorten the path of the target or of the file"),
  ENOLCK(37, "its file system has no locks", "let publish.target lead to a local file system"),
  ENOSYS(
      38, "this system does not know the call", "Godwit needs Linux 3.15 and glibc 2.28, or newer"),
  ELOOP(40, "there is a symbolic link in its place", "move the symbolic link away"),
  ESTALE(116, "it is gone from the file server", "mount the file system again"),
  EDQUOT(122, "the disk quota is used up", "free some space, or have the quota raised");

  private final int number;
  private final String words;
  private final String remedy;

  Errno(int number, String words, String remedy) {
    this.number = number;
    this.words = words;
    this.remedy = remedy;
  }

  int number() {
    return number;
  }

  /// The cause, to be read after "cannot … PATH: ".
  String words() {
    return words;
  }

  String remedy() {
    return remedy;
  }

  /// @return null if the number is none of these
  static @Nullable Errno of(int number) {
    for (Errno errno : values()) {
      if (errno.number == number) {
        return errno;
      }
    }
    return null;
  }

  /// The number behind an exception of java.nio, which does not tell it: by its class, else by its
  /// text, which is the C library's in the language of the user.
  ///
  /// @return null if it cannot be told
  static @Nullable Errno of(IOException exception) {
    return switch (exception) {
      case SystemCallException e -> of(e.errno());
      case AccessDeniedException _ -> EACCES;
      case ClosedByInterruptException _ -> EINTR;
      case NoSuchFileException _ -> ENOENT;
      case FileAlreadyExistsException _ -> EEXIST;
      case FileSystemException e -> ofText(e.getReason());
      default -> ofText(exception.getMessage());
    };
  }

  private static @Nullable Errno ofText(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (Errno errno : values()) {
      if (text.equals(SystemCalls.describe(errno.number))) {
        return errno;
      }
    }
    return null;
  }
}
