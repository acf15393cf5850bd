package godwit.release;

import java.time.Instant;

/// The little of what stands at a path that tells whether it is as it was.
///
/// @param size in bytes
/// @param modified the last modification of its content
record BasicStatus(FileStatus.Kind kind, long size, Instant modified) {
  static final BasicStatus MISSING = new BasicStatus(FileStatus.Kind.MISSING, 0, Instant.EPOCH);

  boolean exists() {
    return kind != FileStatus.Kind.MISSING;
  }

  boolean isFile() {
    return kind == FileStatus.Kind.FILE;
  }

  boolean isDirectory() {
    return kind == FileStatus.Kind.DIRECTORY;
  }
}
