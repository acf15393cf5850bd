package godwit.daemon.socket;

import java.nio.file.FileSystemException;

/// A system call made through the foreign function API that failed.
final class SystemCallException extends FileSystemException {
  private static final long serialVersionUID = 1;

  private final int errno;

  /// @param file what it was about, a path or a descriptor
  SystemCallException(String call, String file, int errno) {
    super(file, null, call + ": " + SystemCalls.describe(errno));
    this.errno = errno;
  }

  int errno() {
    return errno;
  }
}
