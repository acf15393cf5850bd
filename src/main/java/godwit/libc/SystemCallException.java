package godwit.libc;

import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/// A system call made through the foreign function API that failed.
public final class SystemCallException extends FileSystemException {
  private static final long serialVersionUID = 1;

  private final String call;
  private final int errno;

  /// @param call the name of the function
  /// @param file what it was about, a path or a descriptor
  /// @param other the second path that it was about
  public SystemCallException(String call, String file, @Nullable String other, int errno) {
    super(file, other, null);
    this.call = call;
    this.errno = errno;
  }

  /// The number may be one that [Errno] has no name for.
  public int errno() {
    return errno;
  }

  public boolean is(Errno expected) {
    return errno == expected.number();
  }

  /// What was called, and what the C library says about the error. Asked for only when it is to be
  /// read: that nothing is there to be read yet is an error too, and an everyday one.
  @Override
  public String getReason() {
    return call + ": " + Errno.describe(errno);
  }
}
