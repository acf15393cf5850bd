package godwit.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The calls that take a descriptor of whatever kind. Who makes them sees that it is not closed
/// meanwhile.
public final class DescriptorCalls {
  private static final int LOCK_SH = 1;
  private static final int LOCK_EX = 2;
  private static final int LOCK_NB = 4;
  private static final int LOCK_UN = 8;
  private static final int F_SETFD = 2;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int FD_CLOEXEC = 1;
  private static final int O_NONBLOCK = 04000;
  private static final long TIOCGWINSZ = 0x5413;
  private static final int WINSIZE = 4; // rows, columns, and two that nobody sets

  private DescriptorCalls() {}

  /// Not repeated: an interrupted call has closed it all the same.
  public static void close(int descriptor) throws SystemCallException {
    SystemCall.once(
        "close",
        name(descriptor),
        null,
        (state, _) -> (int) Close.HANDLE.invokeExact(state, descriptor));
  }

  /// Takes the exclusive lock of the open file behind a descriptor, without waiting; see flock(2).
  /// It is let go when the descriptor is closed, however the process ends.
  ///
  /// flock(2) and not Java's FileLock, which is fcntl(2)'s: that one is lost as soon as anything in
  /// this process closes the file, be it only after reading it.
  ///
  /// @param path of the file, to be told of
  /// @return false if another open file has it
  public static boolean lock(int descriptor, Path path) throws SystemCallException {
    return lock(descriptor, path, LOCK_EX);
  }

  /// The same with a lock that others may have at the same time, but none beside the exclusive one.
  /// The descriptor need not be open for writing.
  public static boolean lockShared(int descriptor, Path path) throws SystemCallException {
    return lock(descriptor, path, LOCK_SH);
  }

  /// Lets a lock go. To close the descriptor does so, too, but not before a process that is being
  /// started, and has a copy of it until then, has become its program.
  ///
  /// @param path of the file, to be told of
  public static void unlock(int descriptor, Path path) throws SystemCallException {
    flock(descriptor, path, LOCK_UN);
  }

  private static boolean lock(int descriptor, Path path, int kind) throws SystemCallException {
    try {
      flock(descriptor, path, kind | LOCK_NB);
      return true;
    } catch (SystemCallException e) {
      if (e.is(Errno.EAGAIN)) {
        return false;
      }
      throw e;
    }
  }

  private static void flock(int descriptor, Path path, int operation) throws SystemCallException {
    SystemCall.repeated(
        "flock",
        path.toString(),
        (state, _) -> (int) Flock.HANDLE.invokeExact(state, descriptor, operation));
  }

  /// Returns when everything written to the file system of an open file is on disk.
  ///
  /// Not repeated: it tells of a failed write only once, and an interrupted call may have used that
  /// up.
  ///
  /// @param path of the file, to be told of
  public static void syncFileSystem(int descriptor, Path path) throws SystemCallException {
    SystemCall.once(
        "syncfs",
        path.toString(),
        null,
        (state, _) -> (int) Syncfs.HANDLE.invokeExact(state, descriptor));
  }

  /// fchmod(2). Of a socket that is not bound yet, it is the mode that bind gives the file, less
  /// the umask.
  public static void setMode(int descriptor, int mode) throws SystemCallException {
    SystemCall.repeated(
        "fchmod",
        name(descriptor),
        (state, _) -> (int) Fchmod.HANDLE.invokeExact(state, descriptor, mode));
  }

  /// Keeps a descriptor from programs that this process starts.
  public static void closeOnExec(int descriptor) throws SystemCallException {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  }

  /// Makes the calls that say nothing of it return at once, where they would wait.
  public static void doNotBlock(int descriptor) throws SystemCallException {
    int flags = fcntl(descriptor, F_GETFL, 0);
    fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  }

  private static int fcntl(int descriptor, int command, int value) throws SystemCallException {
    return SystemCall.repeated(
        "fcntl",
        name(descriptor),
        (state, _) -> (int) Fcntl.HANDLE.invokeExact(state, descriptor, command, value));
  }

  /// How many columns a terminal has, as ioctl_tty(2) tells it; 0 if it does not know, or is none.
  public static int terminalColumns(int descriptor) {
    int[] columns = new int[1];
    try {
      SystemCall.repeated(
          "ioctl",
          name(descriptor),
          (state, arena) -> {
            MemorySegment size = arena.allocate(JAVA_SHORT, WINSIZE);
            int result = (int) Ioctl.HANDLE.invokeExact(state, descriptor, TIOCGWINSZ, size);
            columns[0] = Short.toUnsignedInt(size.getAtIndex(JAVA_SHORT, 1));
            return result;
          });
    } catch (SystemCallException _) {
      return 0;
    }
    return columns[0];
  }

  /// What a call is about that has no path.
  static String name(int descriptor) {
    return "descriptor " + descriptor;
  }

  private static final class Close {
    static final MethodHandle HANDLE =
        Linkage.withErrno("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  private static final class Flock {
    static final MethodHandle HANDLE =
        Linkage.withErrno("flock", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  }

  private static final class Syncfs {
    static final MethodHandle HANDLE =
        Linkage.withErrno("syncfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }

  private static final class Fchmod {
    static final MethodHandle HANDLE =
        Linkage.withErrno("fchmod", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  }

  private static final class Ioctl {
    static final MethodHandle HANDLE =
        Linkage.withErrno(
            "ioctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
            Linker.Option.firstVariadicArg(2));
  }

  private static final class Fcntl {
    static final MethodHandle HANDLE =
        Linkage.withErrno(
            "fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
  }
}
