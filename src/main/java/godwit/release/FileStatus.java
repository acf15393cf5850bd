package godwit.release;

import java.time.Instant;

/// What stands at a path, symbolic links not followed.
///
/// @param device the number of the file system it lies on
/// @param mode the permission bits, with set-group-id and its like: the low twelve bits
record FileStatus(Kind kind, long device, TreeIdentity identity, int mode) {
  static final FileStatus MISSING =
      new FileStatus(Kind.MISSING, 0, new TreeIdentity(0, Instant.EPOCH), 0);

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

  boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }
}
