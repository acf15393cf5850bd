package godwit.daemon.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

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
import java.util.Optional;

/// The calls of the C library that a socket needs between its making and its being listened to,
/// where Java has one method for all of them; and what Java has no method for. Each is linked when
/// it is first called.
final class SystemCalls {
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int SOCK_NONBLOCK = 04000;
  private static final int SOCK_CLOEXEC = 02000000;
  private static final int O_RDONLY = 0;
  private static final int O_RDWR = 02;
  private static final int O_CREAT = 0100;
  private static final int O_DIRECTORY = 0200000;
  private static final int O_NOFOLLOW = 0400000;
  private static final int O_CLOEXEC = 02000000;
  private static final int LOCK_EX = 2;
  private static final int LOCK_NB = 4;
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;
  private static final int EINTR = 4;
  private static final int ENOENT = 2;
  static final int EAGAIN = 11;
  private static final int ECONNREFUSED = 111;
  private static final int ERANGE = 34;

  /// Of struct sockaddr_un: a family of two bytes, then the path with its NUL.
  private static final int ADDRESS_SIZE = 110;

  /// More than struct passwd has on any platform; only its first member, the name, is read.
  private static final int PASSWD_SIZE = 256;

  private static final int LARGEST_PASSWD = 1 << 20;

  static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private SystemCalls() {}

  /// @return the descriptor of a new stream socket, to be given to [#close] or to who owns it then
  static int socket() throws SystemCallException {
    return call(
        "socket",
        "a Unix socket",
        (state, _) ->
            (int)
                OfSocket.SOCKET.invokeExact(
                    state, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  }

  /// Sends a message to a datagram socket.
  ///
  /// @param name of the socket, as the system has it: a path, or a NUL and a name that has no file
  static void send(byte[] name, byte[] message) throws SystemCallException {
    String file = new String(name, charset());
    int descriptor =
        call(
            "socket",
            file,
            (state, _) ->
                (int) OfSocket.SOCKET.invokeExact(state, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    try {
      call(
          "sendto",
          file,
          (state, arena) ->
              (int)
                  (long)
                      OfMessage.SENDTO.invokeExact(
                          state,
                          descriptor,
                          arena.allocateFrom(JAVA_BYTE, message),
                          (long) message.length,
                          MSG_NOSIGNAL,
                          address(name, arena),
                          Short.BYTES + name.length));
    } finally {
      close(descriptor);
    }
  }

  /// fchmod(2). Of a socket that is not bound yet, it is the mode that bind gives the file, less
  /// the umask.
  static void setMode(int descriptor, int mode) throws SystemCallException {
    call(
        "fchmod",
        "descriptor " + descriptor,
        (state, _) -> (int) OfIntInt.FCHMOD.invokeExact(state, descriptor, mode));
  }

  /// @param path of at most [SocketPath#MAX_BYTES] bytes
  static void bind(int descriptor, Path path) throws SystemCallException {
    call(
        "bind",
        path.toString(),
        (state, arena) ->
            (int)
                OfAddress.BIND.invokeExact(state, descriptor, address(path, arena), ADDRESS_SIZE));
  }

  /// Whether somebody listens to a socket; connects to it, and leaves at once.
  ///
  /// @param path of at most [SocketPath#MAX_BYTES] bytes
  static boolean isListenedTo(Path path) throws SystemCallException {
    int descriptor = socket();
    try {
      call(
          "connect",
          path.toString(),
          (state, arena) ->
              (int)
                  OfAddress.CONNECT.invokeExact(
                      state, descriptor, address(path, arena), ADDRESS_SIZE));
      return true;
    } catch (SystemCallException e) {
      return switch (e.errno()) {
        case ECONNREFUSED, ENOENT -> false;
        case EAGAIN -> true; // there are as many waiting as may
        default -> throw e;
      };
    } finally {
      close(descriptor);
    }
  }

  static void listen(int descriptor, int backlog) throws SystemCallException {
    call(
        "listen",
        "descriptor " + descriptor,
        (state, _) -> (int) OfIntInt.LISTEN.invokeExact(state, descriptor, backlog));
  }

  /// @return a descriptor, to be given to [#close]
  static int openDirectory(Path directory) throws SystemCallException {
    return open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  }

  /// Opens a file for reading and writing, and makes it with mode 0600 if needed.
  ///
  /// @return a descriptor, to be given to [#close]
  static int openOrCreate(Path file) throws SystemCallException {
    return open(file, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  }

  /// Takes the exclusive lock of the open file behind a descriptor, without waiting; see flock(2).
  /// It is let go when the descriptor is closed, however the process ends.
  ///
  /// @return false if another open file has it
  static boolean lock(int descriptor, Path path) throws SystemCallException {
    try {
      call(
          "flock",
          path.toString(),
          (state, _) -> (int) OfIntInt.FLOCK.invokeExact(state, descriptor, LOCK_EX | LOCK_NB));
      return true;
    } catch (SystemCallException e) {
      if (e.errno() == EAGAIN) {
        return false;
      }
      throw e;
    }
  }

  /// Keeps a descriptor from programs that this process starts.
  static void closeOnExec(int descriptor) throws SystemCallException {
    call(
        "fcntl",
        "descriptor " + descriptor,
        (state, _) -> (int) OfFcntl.FCNTL.invokeExact(state, descriptor, F_SETFD, FD_CLOEXEC));
  }

  static void close(int descriptor) throws SystemCallException {
    call(
        "close",
        "descriptor " + descriptor,
        (state, _) -> (int) OfInt.CLOSE.invokeExact(state, descriptor));
  }

  /// The name of a user, as getpwuid_r(3) finds it.
  ///
  /// @return empty if the system knows none
  static Optional<String> userName(int uid) {
    for (int size = 1024; size <= LARGEST_PASSWD; size *= 2) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment entry = arena.allocate(PASSWD_SIZE, ADDRESS.byteAlignment());
        MemorySegment text = arena.allocate(size);
        MemorySegment found = arena.allocate(ADDRESS);
        int error = (int) OfPasswd.GETPWUID_R.invokeExact(uid, entry, text, (long) size, found);
        if (error == ERANGE) {
          continue;
        }
        if (error != 0 || found.get(ADDRESS, 0).address() == 0) {
          return Optional.empty();
        }
        return Optional.of(ended(entry.get(ADDRESS, 0)));
      } catch (Throwable e) { // a method handle declares it; this throws nothing checked
        throw new IllegalStateException("getpwuid_r", e);
      }
    }
    return Optional.empty();
  }

  /// What the C library says about an error number.
  static String describe(int errno) {
    try {
      return ended((MemorySegment) OfError.STRERROR.invokeExact(errno));
    } catch (Throwable e) {
      throw new IllegalStateException("strerror", e);
    }
  }

  /// What java.nio turns paths into bytes with.
  static Charset charset() {
    return Charset.forName(System.getProperty("sun.jnu.encoding"), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("restricted") // the C library says how long its text is by ending it
  private static String ended(MemorySegment text) {
    return text.reinterpret(Long.MAX_VALUE).getString(0, charset());
  }

  private static MemorySegment address(Path path, Arena arena) {
    return address(SocketPath.bytes(path), arena);
  }

  private static MemorySegment address(byte[] name, Arena arena) {
    MemorySegment address = arena.allocate(ADDRESS_SIZE, JAVA_SHORT.byteAlignment());
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
    return address;
  }

  private static int open(Path path, int flags, int mode) throws SystemCallException {
    return call(
        "open",
        path.toString(),
        (state, arena) ->
            (int)
                OfOpen.OPEN.invokeExact(
                    state, arena.allocateFrom(path.toString(), charset()), flags, mode));
  }

  /// Makes a call, again if a signal has interrupted it.
  ///
  /// @throws SystemCallException if the result is -1
  static int call(String name, String file, Call call) throws SystemCallException {
    while (true) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(STATE);
        int result = call.make(state, arena);
        if (result != -1) { // otherwise errno is what some earlier call left
          return result;
        }
        int errno = (int) ERRNO.get(state, 0L);
        if (errno != EINTR || name.equals("close")) { // a descriptor is closed all the same
          throw new SystemCallException(name, file, errno);
        }
      } catch (SystemCallException e) {
        throw e;
      } catch (Throwable e) { // a method handle declares it; these throw nothing checked
        throw new IllegalStateException(name, e);
      }
    }
  }

  @SuppressWarnings("restricted") // the shapes are those of the C library's declarations
  static MethodHandle link(String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, shape, options))
        .orElseThrow(() -> new UnsatisfiedLinkError(name));
  }

  interface Call {
    int make(MemorySegment state, Arena arena) throws Throwable;
  }

  private static final class OfSocket {
    static final MethodHandle SOCKET =
        link(
            "socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), CAPTURE_ERRNO);
  }

  private static final class OfAddress {
    static final FunctionDescriptor SHAPE =
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    static final MethodHandle BIND = link("bind", SHAPE, CAPTURE_ERRNO);
    static final MethodHandle CONNECT = link("connect", SHAPE, CAPTURE_ERRNO);
  }

  private static final class OfMessage {
    static final MethodHandle SENDTO =
        link(
            "sendto",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT),
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
    static final MethodHandle CLOSE =
        link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), CAPTURE_ERRNO);
  }

  private static final class OfIntInt {
    static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT);
    static final MethodHandle FCHMOD = link("fchmod", SHAPE, CAPTURE_ERRNO);
    static final MethodHandle LISTEN = link("listen", SHAPE, CAPTURE_ERRNO);
    static final MethodHandle FLOCK = link("flock", SHAPE, CAPTURE_ERRNO);
  }

  private static final class OfFcntl {
    static final MethodHandle FCNTL =
        link(
            "fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
            CAPTURE_ERRNO,
            Linker.Option.firstVariadicArg(2));
  }

  private static final class OfPasswd {
    static final MethodHandle GETPWUID_R =
        link(
            "getpwuid_r",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
  }

  private static final class OfError {
    static final MethodHandle STRERROR = link("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
  }
}
