package godwit.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The calls that a Unix socket needs between its making and its being listened to, where Java has
/// one method for all of them; and those that find one by its address.
public final class SocketCalls {
  /// What an address of a Unix socket has room for, besides the NUL that ends it.
  public static final int MAX_PATH_BYTES = 107;

  static final int AF_UNIX = 1;
  static final int SOCK_STREAM = 1;
  static final int SOCK_NONBLOCK = 04000;
  static final int SOCK_CLOEXEC = 02000000;
  static final int MSG_NOSIGNAL = 0x4000;
  private static final int SOCK_DGRAM = 2;

  /// Of struct sockaddr_un: a family of two bytes, then the path with its NUL.
  private static final int ADDRESS_SIZE = Short.BYTES + MAX_PATH_BYTES + 1;

  private SocketCalls() {}

  /// @return the descriptor of a new stream socket, to be given to [DescriptorCalls#close]
  public static int stream() throws SystemCallException {
    return socket("a Unix socket", SOCK_STREAM | SOCK_NONBLOCK);
  }

  /// @param path of at most [#MAX_PATH_BYTES] bytes
  public static void bind(int descriptor, Path path) throws SystemCallException {
    SystemCall.repeated(
        "bind",
        path.toString(),
        (state, arena) ->
            (int)
                Addressed.BIND.invokeExact(
                    state, descriptor, address(NativeText.bytes(path), arena), ADDRESS_SIZE));
  }

  /// @param backlog how many connections may wait to be accepted
  public static void listen(int descriptor, int backlog) throws SystemCallException {
    SystemCall.repeated(
        "listen",
        DescriptorCalls.name(descriptor),
        (state, _) -> (int) Listen.HANDLE.invokeExact(state, descriptor, backlog));
  }

  /// Whether somebody listens to a socket; connects to it, and leaves at once.
  ///
  /// @param path of at most [#MAX_PATH_BYTES] bytes
  public static boolean isListenedTo(Path path) throws SystemCallException {
    int descriptor = stream();
    try {
      SystemCall.repeated(
          "connect",
          path.toString(),
          (state, arena) ->
              (int)
                  Addressed.CONNECT.invokeExact(
                      state, descriptor, address(NativeText.bytes(path), arena), ADDRESS_SIZE));
      return true;
    } catch (SystemCallException e) {
      if (e.is(Errno.ECONNREFUSED) || e.is(Errno.ENOENT)) {
        return false;
      }
      if (e.is(Errno.EAGAIN)) { // there are as many waiting as may
        return true;
      }
      throw e;
    } finally {
      DescriptorCalls.close(descriptor);
    }
  }

  /// Sends a message to a datagram socket.
  ///
  /// @param name of the socket, as the system has it: a path, or a NUL and a name that has no file;
  ///   of at most [#MAX_PATH_BYTES] bytes
  public static void sendMessage(byte[] name, byte[] message) throws SystemCallException {
    String file = new String(name, NativeText.charset());
    int descriptor = socket(file, SOCK_DGRAM);
    try {
      SystemCall.repeated(
          "sendto",
          file,
          (state, arena) ->
              (int)
                  (long)
                      Sendto.HANDLE.invokeExact(
                          state,
                          descriptor,
                          arena.allocateFrom(JAVA_BYTE, message),
                          (long) message.length,
                          MSG_NOSIGNAL,
                          address(name, arena),
                          Short.BYTES + name.length));
    } finally {
      DescriptorCalls.close(descriptor);
    }
  }

  private static int socket(String file, int type) throws SystemCallException {
    return SystemCall.repeated(
        "socket",
        file,
        (state, _) -> (int) Socket.HANDLE.invokeExact(state, AF_UNIX, type | SOCK_CLOEXEC, 0));
  }

  private static MemorySegment address(byte[] name, Arena arena) {
    MemorySegment address = arena.allocate(ADDRESS_SIZE, JAVA_SHORT.byteAlignment());
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, address, JAVA_BYTE, Short.BYTES, name.length);
    return address;
  }

  private static final class Socket {
    static final MethodHandle HANDLE =
        Linkage.withErrno("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  }

  private static final class Addressed {
    static final FunctionDescriptor SHAPE =
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    static final MethodHandle BIND = Linkage.withErrno("bind", SHAPE);
    static final MethodHandle CONNECT = Linkage.withErrno("connect", SHAPE);
  }

  private static final class Listen {
    static final MethodHandle HANDLE =
        Linkage.withErrno("listen", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
  }

  private static final class Sendto {
    static final MethodHandle HANDLE =
        Linkage.withErrno(
            "sendto",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  }
}
