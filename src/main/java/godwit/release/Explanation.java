package godwit.release;

import godwit.libc.Errno;
import org.jspecify.annotations.Nullable;

/// An error number that a publisher can meet, in words and with what to do.
///
/// @param words the cause, to be read after "cannot … PATH: "
record Explanation(String words, String remedy) {
  static final Explanation MOUNT_POINT =
      new Explanation(
          "it is a mount point, which cannot be renamed",
          "mount its parent, the target, and let html be a plain directory in it");

  /// @return null if no publisher meets it
  static @Nullable Explanation of(Errno errno) {
    return switch (errno) {
      case EPERM ->
          new Explanation(
              "the system does not permit it",
              "run as the owner of it and of the directory it is in; `lsattr` shows if it is"
                  + " immutable");
      case ENOENT ->
          new Explanation(
              "it is not there", "look whether something else changes the target meanwhile");
      case EINTR -> new Explanation("it was interrupted", "run it again");
      case EIO -> new Explanation("the disk reports an error", "check the disk; `dmesg` says more");
      case EACCES ->
          new Explanation(
              "permission denied",
              "run as the user that owns it and the directory it is in, or give those to this user"
                  + " (`chown`)");
      case EBUSY -> MOUNT_POINT;
      case EEXIST ->
          new Explanation(
              "there is something of that name", "look whether something else uses the target");
      case EXDEV ->
          new Explanation(
              "its two sides are on different file systems, or in different layers of a container"
                  + " image",
              "keep html, html.old and .godwit on one file system; in a container, mount a volume"
                  + " at the target");
      case ENOTDIR ->
          new Explanation(
              "a part of the path is not a directory", "move away what is in its place");
      case EINVAL ->
          new Explanation(
              "its file system cannot exchange two names in one step",
              "set publish.strategy = \"symlink\", or let publish.target be (a symlink to) a"
                  + " directory on ext4, XFS, Btrfs or tmpfs");
      case ENFILE ->
          new Explanation("the system has too many files open", "raise fs.file-max (`sysctl`)");
      case EMFILE ->
          new Explanation("this process has too many files open", "raise the limit (`ulimit -n`)");
      case EFBIG ->
          new Explanation("it is larger than a file may be here", "raise the limit (`ulimit -f`)");
      case ENOSPC ->
          new Explanation(
              "no space is left on its file system",
              "free some space or inodes (`df`, `df -i`): there must be room for one more release");
      case EROFS ->
          new Explanation(
              "its file system is mounted read-only",
              "mount it for writing, or let publish.target lead elsewhere");
      case EMLINK ->
          new Explanation("its directory is full", "spread the files over more directories");
      case ENAMETOOLONG ->
          new Explanation("its name is too long", "shorten the path of the target or of the file");
      case ENOLCK ->
          new Explanation(
              "its file system has no locks", "let publish.target lead to a local file system");
      case ENOSYS ->
          new Explanation(
              "this system does not know the call",
              "Godwit needs Linux 3.15 and glibc 2.28, or newer, or publish.strategy ="
                  + " \"symlink\"");
      case ELOOP ->
          new Explanation("there is a symbolic link in its place", "move the symbolic link away");
      case ESTALE ->
          new Explanation("it is gone from the file server", "mount the file system again");
      case EDQUOT ->
          new Explanation("the disk quota is used up", "free some space, or have the quota raised");
      case EAGAIN, ERANGE, ECONNABORTED, ECONNREFUSED -> null;
    };
  }
}
