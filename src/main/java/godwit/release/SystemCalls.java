package godwit.release;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The few calls of the C library that Java has no method for.
///
/// Linking the first one costs some 40 ms and each further shape some 8 ms, so each is linked when
/// it is first called (the nested classes below), and all else is left to java.nio.
final class SystemCalls {
  private static final int AT_FDCWD = -100;
  private static final int RENAME_NOREPLACE = 1;
  private static final int RENAME_EXCHANGE = 2;
  private static final int O_RDONLY = 0;
  private static final int O_RDWR = 02;
  private static final int O_CREAT = 0100;
  private static final int O_CLOEXEC = 02000000;
  private static final int LOCK_EX = 2;
  private static final int LOCK_NB = 4;
  private static final int EAGAIN = 11;

  private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private SystemCalls() {}

  /// renameat2(2) with RENAME_EXCHANGE.
  static void exchange(Path one, Path other) throws SystemCallException {
    rename(one, other, RENAME_EXCHANGE);
  }

  /// renameat2(2) with RENAME_NOREPLACE.
  static void move(Path from, Path to) throws SystemCallException {
    rename(from, to, RENAME_NOREPLACE);
  }

  /// Opens a directory for reading.
  ///
  /// @return a descriptor, to be given to [#close]
  static int openDirectory(Path directory) throws SystemCallException {
    return open(directory, O_RDONLY | O_CLOEXEC);
  }

  /// Opens a file for reading and writing, and makes it with mode 0644 if needed.
  ///
  /// @return a descriptor, to be given to [#close]
  static int openOrCreate(Path file) throws SystemCallException {
    return open(file, O_RDWR | O_CREAT | O_CLOEXEC);
  }

  static void syncFileSystem(int descriptor, Path path) throws SystemCallException {
    call("syncfs", path, null, (state, _) -> (int) OfInt.SYNCFS.invokeExact(state, descriptor));
  }

  /// Takes the exclusive lock of the open file behind a descriptor, without waiting.
  ///
  /// flock(2) and not Java's FileLock, which is fcntl(2)'s: that one is lost as soon as anything in
  /// this process closes the file, be it only after reading it.
  ///
  /// @return false if another open file has it
  static boolean lock(int descriptor, Path path) throws SystemCallException {
    try {
      retried(
          "flock",
          path,
          (state, _) -> (int) OfIntInt.FLOCK.invokeExact(state, descriptor, LOCK_EX | LOCK_NB));
      return true;
    } catch (SystemCallException e) {
      if (e.errno() == EAGAIN) {
        return false;
      }
      throw e;
    }
  }

  static void close(int descriptor) throws SystemCallException {
    call(
        "close",
        Path.of("descriptor " + descriptor),
        null,
        (state, _) -> (int) OfInt.CLOSE.invokeExact(state, descriptor));
  }

  /// What the C library says about an error number, in the language of the user.
  @SuppressWarnings("restricted") // the C library says how long its text is by ending it
  static String describe(int errno) {
    try {
      MemorySegment text = (MemorySegment) OfError.STRERROR.invokeExact(errno);
      return text.reinterpret(Long.MAX_VALUE).getString(0, charset());
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rename(Path from, Path to, int flags) throws SystemCallException {
    call(
        "renameat2",
        from,
        to,
        (state, arena) ->
            (int)
                OfRename.RENAMEAT2.invokeExact(
                    state, AT_FDCWD, text(from, arena), AT_FDCWD, text(to, arena), flags));
  }

  private static int open(Path path, int flags) throws SystemCallException {
    return retried(
        "open",
        path,
        (state, arena) -> (int) OfOpen.OPEN.invokeExact(state, text(path, arena), flags, 0644));
  }

  /// Makes a call again that a signal has interrupted: open(2) and flock(2) have done nothing then.
  ///
  /// The others are not made again. renameat2(2) may have been done, on a file system that is a
  /// process or a server, and a second exchange would undo the first; syncfs(2) tells of a failed
  /// write only once, which an interrupted call may have used up; close(2) has closed.
  private static int retried(String name, Path path, Call call) throws SystemCallException {
    while (true) {
      try {
        return call(name, path, null, call);
      } catch (SystemCallException e) {
        if (e.errno() != Errno.EINTR.number()) {
          throw e;
        }
      }
    }
  }

  private static int call(String name, Path path, @Nullable Path other, Call call)
      throws SystemCallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int result = call.make(state, arena);
      if (result == -1) { // otherwise errno is what some earlier call left
        throw new SystemCallException(name, path, other, (int) ERRNO.get(state, 0L));
      }
      return result;
    } catch (SystemCallException e) {
      throw e;
    } catch (UnsatisfiedLinkError e) {
      var absent = new SystemCallException(name, path, other, Errno.ENOSYS.number());
      absent.initCause(e);
      throw absent;
    } catch (Throwable e) { // a method handle declares it; these throw nothing checked
      throw new IllegalStateException(name, e);
    }
  }

  private static MemorySegment text(Path path, Arena arena) {
    return arena.allocateFrom(path.toString(), charset());
  }

  /// What java.nio turns paths into bytes with.
  private static Charset charset() {
    return Charset.forName(System.getProperty("sun.jnu.encoding"), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("restricted") // the shapes are those of the C library's declarations
  private static MethodHandle link(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, shape, options))
        .orElseThrow(() -> new UnsatisfiedLinkError(name));
  }

  private interface Call {
    int make(MemorySegment state, Arena arena) throws Throwable;
  }

  private static final class OfRename {
    static final MethodHandle RENAMEAT2 =
        link(
            "renameat2",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
            CAPTURE_ERRNO);
  }

  private static final class OfOpen {
    static final MethodHandle OPEN =
        link(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            CAPTURE_ERRNO,
            Linker.Option.firstVariadicArg(2));
  }

  private static final class OfInt {
    static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
    static final MethodHandle SYNCFS = link("syncfs", SHAPE, CAPTURE_ERRNO);
    static final MethodHandle CLOSE = link("close", SHAPE, CAPTURE_ERRNO);
  }

  private static final class OfIntInt {
    static final MethodHandle FLOCK =
        link("flock", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), CAPTURE_ERRNO);
  }

  private static final class OfError {
    static final MethodHandle STRERROR = link("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
  }
}
