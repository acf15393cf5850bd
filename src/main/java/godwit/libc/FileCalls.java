package godwit.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// The calls that take a path.
public final class FileCalls {
  private static final int AT_FDCWD = -100;
  private static final int RENAME_NOREPLACE = 1;
  private static final int RENAME_EXCHANGE = 2;
  private static final int O_RDONLY = 0;
  private static final int O_RDWR = 02;
  private static final int O_CREAT = 0100;
  private static final int O_DIRECTORY = 0200000;
  private static final int O_NOFOLLOW = 0400000;
  private static final int O_CLOEXEC = 02000000;

  private FileCalls() {}

  /// Opens a directory for reading.
  ///
  /// @return a descriptor, to be given to [DescriptorCalls#close]
  public static int openDirectory(Path directory) throws SystemCallException {
    return open(directory, O_RDONLY | O_DIRECTORY, 0);
  }

  /// Opens a file for reading.
  ///
  /// @return a descriptor, to be given to [DescriptorCalls#close]
  public static int openToRead(Path file) throws SystemCallException {
    return open(file, O_RDONLY, 0);
  }

  /// Opens a file for reading and writing, and makes it if needed.
  ///
  /// @param mode of a new file, narrowed by the umask
  /// @return a descriptor, to be given to [DescriptorCalls#close]
  public static int openOrCreate(Path file, int mode, LinkOption... options)
      throws SystemCallException {
    return open(file, O_RDWR | O_CREAT | (options.length == 0 ? 0 : O_NOFOLLOW), mode);
  }

  /// renameat2(2) with RENAME_EXCHANGE.
  public static void exchange(Path one, Path other) throws SystemCallException {
    rename(one, other, RENAME_EXCHANGE);
  }

  /// renameat2(2) with RENAME_NOREPLACE.
  public static void move(Path from, Path to) throws SystemCallException {
    rename(from, to, RENAME_NOREPLACE);
  }

  private static int open(Path path, int flags, int mode) throws SystemCallException {
    return SystemCall.repeated(
        "open",
        path.toString(),
        (state, arena) ->
            (int)
                Open.HANDLE.invokeExact(
                    state, NativeText.allocate(path, arena), flags | O_CLOEXEC, mode));
  }

  /// Not repeated: on a file system that is a process or a server, an interrupted call may have
  /// been done, and a second exchange would undo the first.
  private static void rename(Path from, Path to, int flags) throws SystemCallException {
    SystemCall.once(
        "renameat2",
        from.toString(),
        to.toString(),
        (state, arena) ->
            (int)
                Rename.HANDLE.invokeExact(
                    state,
                    AT_FDCWD,
                    NativeText.allocate(from, arena),
                    AT_FDCWD,
                    NativeText.allocate(to, arena),
                    flags));
  }

  private static final class Open {
    static final MethodHandle HANDLE =
        Linkage.withErrno(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
  }

  private static final class Rename {
    static final MethodHandle HANDLE =
        Linkage.withErrno(
            "renameat2",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
  }
}
