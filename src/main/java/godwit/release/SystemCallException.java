package godwit.release;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A system call made through the foreign function API that failed.
final class SystemCallException extends FileSystemException {
  private static final long serialVersionUID = 1;

  private final int errno;

  SystemCallException(String call, Path path, @Nullable Path other, int errno) {
    super(path.toString(), other == null ? null : other.toString(), call + ": error " + errno);
    this.errno = errno;
  }

  int errno() {
    return errno;
  }
}
