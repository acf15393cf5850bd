package godwit.daemon.socket;

import static godwit.daemon.socket.SystemCalls.CAPTURE_ERRNO;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The calls that connections are made and used with. None of them waits. Who makes them sees that
/// the descriptor is not closed meanwhile: [Descriptor].
final class StreamCalls {
  private static final int SOL_SOCKET = 1;
  private static final int SO_TYPE = 3;
  private static final int SO_PEERCRED = 17;
  private static final int SO_ACCEPTCONN = 30;
  private static final int SO_DOMAIN = 39;
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_NONBLOCK = 04000;
  private static final int SOCK_CLOEXEC = 02000000;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int SHUT_WR = 1;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int O_NONBLOCK = 04000;

  private StreamCalls() {}

  /// @return the descriptor of a connection that waited to be accepted
  /// @throws SystemCallException with EAGAIN if none did
  static int accept(int descriptor) throws SystemCallException {
    return SystemCalls.call(
        "accept4",
        "descriptor " + descriptor,
        (state, _) ->
            (int)
                Linked.ACCEPT4.invokeExact(
                    state,
                    descriptor,
                    MemorySegment.NULL,
                    MemorySegment.NULL,
                    SOCK_NONBLOCK | SOCK_CLOEXEC));
  }

  /// @return how many bytes there were; 0 at the end
  /// @throws SystemCallException with EAGAIN if there are none yet
  static int receive(int descriptor, MemorySegment bytes) throws SystemCallException {
    return SystemCalls.call(
        "recv",
        "descriptor " + descriptor,
        (state, _) ->
            (int)
                (long)
                    Linked.RECV.invokeExact(
                        state, descriptor, bytes, bytes.byteSize(), MSG_DONTWAIT));
  }

  /// @return how many bytes were taken
  /// @throws SystemCallException with EAGAIN if there is no room yet
  static int send(int descriptor, MemorySegment bytes) throws SystemCallException {
    return SystemCalls.call(
        "send",
        "descriptor " + descriptor,
        (state, _) ->
            (int)
                (long)
                    Linked.SEND.invokeExact(
                        state, descriptor, bytes, bytes.byteSize(), MSG_DONTWAIT | MSG_NOSIGNAL));
  }

  static void shutdownOutput(int descriptor) throws SystemCallException {
    SystemCalls.call(
        "shutdown",
        "descriptor " + descriptor,
        (state, _) -> (int) Linked.SHUTDOWN.invokeExact(state, descriptor, SHUT_WR));
  }

  /// Who has connected, as the kernel knew it then.
  static Credentials credentials(int descriptor) throws SystemCallException {
    int[] numbers = option(descriptor, SO_PEERCRED, 3);
    return new Credentials(
        numbers[0], Integer.toUnsignedLong(numbers[1]), Integer.toUnsignedLong(numbers[2]));
  }

  /// Whether it is a Unix stream socket that is listened to.
  static boolean isListening(int descriptor) throws SystemCallException {
    return option(descriptor, SO_DOMAIN, 1)[0] == AF_UNIX
        && option(descriptor, SO_TYPE, 1)[0] == SOCK_STREAM
        && option(descriptor, SO_ACCEPTCONN, 1)[0] == 1;
  }

  /// Makes the calls on a socket that say nothing of it return at once, where they would wait.
  static void doNotBlock(int descriptor) throws SystemCallException {
    int flags = fcntl(descriptor, F_GETFL, 0);
    fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  }

  private static int fcntl(int descriptor, int command, int value) throws SystemCallException {
    return SystemCalls.call(
        "fcntl",
        "descriptor " + descriptor,
        (state, _) -> (int) Linked.FCNTL.invokeExact(state, descriptor, command, value));
  }

  private static int[] option(int descriptor, int option, int count) throws SystemCallException {
    int[] numbers = new int[count];
    SystemCalls.call(
        "getsockopt",
        "descriptor " + descriptor,
        (state, arena) -> {
          MemorySegment value = arena.allocate(JAVA_INT, count);
          MemorySegment length = arena.allocateFrom(JAVA_INT, (int) value.byteSize());
          int result =
              (int)
                  Linked.GETSOCKOPT.invokeExact(
                      state, descriptor, SOL_SOCKET, option, value, length);
          MemorySegment.copy(value, JAVA_INT, 0, numbers, 0, count);
          return result;
        });
    return numbers;
  }

  private static final class Linked {
    private static final FunctionDescriptor BYTES =
        FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);

    static final MethodHandle ACCEPT4 =
        SystemCalls.link(
            "accept4",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT),
            CAPTURE_ERRNO);
    static final MethodHandle RECV = SystemCalls.link("recv", BYTES, CAPTURE_ERRNO);
    static final MethodHandle SEND = SystemCalls.link("send", BYTES, CAPTURE_ERRNO);
    static final MethodHandle SHUTDOWN =
        SystemCalls.link(
            "shutdown", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), CAPTURE_ERRNO);
    static final MethodHandle GETSOCKOPT =
        SystemCalls.link(
            "getsockopt",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
            CAPTURE_ERRNO);
    static final MethodHandle FCNTL =
        SystemCalls.link(
            "fcntl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT),
            CAPTURE_ERRNO,
            Linker.Option.firstVariadicArg(2));
  }
}
