package godwit.release;

import java.time.Instant;

/// What stands at a path, symbolic links not followed.
///
/// @param device the number of the file system it lies on
/// @param owner the number of the user that it belongs to
/// @param mode the permission bits, with set-group-id and its like: the low twelve bits
/// @param size in bytes
/// @param modified the last modification of its content
/// @param changed the last change of its content or attributes, which no program can set
record FileStatus(
    Kind kind,
    long device,
    TreeIdentity identity,
    int owner,
    int mode,
    long size,
    Instant modified,
    Instant changed) {
  static final FileStatus MISSING =
      new FileStatus(
          Kind.MISSING,
          0,
          new TreeIdentity(0, Instant.EPOCH),
          0,
          0,
          0,
          Instant.EPOCH,
          Instant.EPOCH);

  enum Kind {
    MISSING,
    DIRECTORY,
    FILE,
    LINK,
    OTHER
  }

  boolean exists() {
    return kind != Kind.MISSING;
  }

  boolean isFile() {
    return kind == Kind.FILE;
  }

  /// A text that is another one after any change of a file.
  String stamp() {
    return size + ":" + modified + ":" + changed + ":" + identity.inode();
  }

  boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }
}
