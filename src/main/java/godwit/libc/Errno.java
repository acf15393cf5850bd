package godwit.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// The kernel's error numbers (Linux) that something is done or said about; see errno(3).
public enum Errno {
  EPERM(1),
  ENOENT(2),
  EINTR(4),
  EIO(5),
  EAGAIN(11),
  EACCES(13),
  EBUSY(16),
  EEXIST(17),
  EXDEV(18),
  ENOTDIR(20),
  EINVAL(22),
  ENFILE(23),
  EMFILE(24),
  EFBIG(27),
  ENOSPC(28),
  EROFS(30),
  EMLINK(31),
  ERANGE(34),
  ENAMETOOLONG(36),
  ENOLCK(37),
  ENOSYS(38),
  ELOOP(40),
  ECONNABORTED(103),
  ECONNREFUSED(111),
  ESTALE(116),
  EDQUOT(122);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /// @return null if the number is none of these
  public static @Nullable Errno of(int number) {
    for (Errno errno : values()) {
      if (errno.number == number) {
        return errno;
      }
    }
    return null;
  }

  /// The number behind an exception. Those of java.nio do not tell it: they are known by their
  /// class, else by their text, which is the C library's in the language of the user.
  ///
  /// @return null if it cannot be told
  public static @Nullable Errno of(IOException exception) {
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
      if (text.equals(describe(errno.number))) {
        return errno;
      }
    }
    return null;
  }

  /// What the C library says about an error number, in the language of the user.
  static String describe(int errno) {
    try {
      return NativeText.read((MemorySegment) Strerror.HANDLE.invokeExact(errno));
    } catch (Throwable e) { // a method handle declares it; this throws nothing checked
      throw new IllegalStateException("strerror", e);
    }
  }

  private static final class Strerror {
    static final MethodHandle HANDLE =
        Linkage.link("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
  }
}
