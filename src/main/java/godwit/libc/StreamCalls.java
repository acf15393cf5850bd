package godwit.libc;

import static godwit.libc.SocketCalls.AF_UNIX;
import static godwit.libc.SocketCalls.MSG_NOSIGNAL;
import static godwit.libc.SocketCalls.SOCK_CLOEXEC;
import static godwit.libc.SocketCalls.SOCK_NONBLOCK;
import static godwit.libc.SocketCalls.SOCK_STREAM;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/// The calls that connections are made and used with. None of them waits. Who makes them sees that
/// the descriptor is not closed meanwhile.
public final class StreamCalls {
  private static final int SOL_SOCKET = 1;
  private static final int SO_TYPE = 3;
  private static final int SO_PEERCRED = 17;
  private static final int SO_ACCEPTCONN = 30;
  private static final int SO_DOMAIN = 39;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int SHUT_WR = 1;

  private StreamCalls() {}

  /// @return the descriptor of a connection that waited to be accepted
  /// @throws SystemCallException with EAGAIN if none did
  public static int accept(int descriptor) throws SystemCallException {
    return SystemCall.repeated(
        "accept4",
        DescriptorCalls.name(descriptor),
        (state, _) ->
            (int)
                Linked.ACCEPT4.invokeExact(
                    state,
                    descriptor,
                    MemorySegment.NULL,
                    MemorySegment.NULL,
                    SOCK_NONBLOCK | SOCK_CLOEXEC));
  }

  /// @param buffer is moved on
  /// @param most how many bytes to take; no more than there is room for
  /// @return how many bytes there were; 0 at the end
  /// @throws SystemCallException with EAGAIN if there are none yet
  public static int receive(int descriptor, ByteBuffer buffer, int most)
      throws SystemCallException {
    return SystemCall.repeated(
        "recv",
        DescriptorCalls.name(descriptor),
        (state, arena) -> {
          MemorySegment bytes =
              buffer.isDirect()
                  ? MemorySegment.ofBuffer(buffer).asSlice(0, most)
                  : arena.allocate(most);
          int count =
              (int)
                  (long)
                      Linked.RECV.invokeExact(state, descriptor, bytes, (long) most, MSG_DONTWAIT);
          if (count > 0 && buffer.isDirect()) {
            buffer.position(buffer.position() + count);
          } else if (count > 0) {
            buffer.put(bytes.asSlice(0, count).asByteBuffer());
          }
          return count;
        });
  }

  /// Sends in one piece, so that the other end is woken once.
  ///
  /// @param buffers are moved on
  /// @param most how many bytes to give; no more than they have
  /// @return how many bytes were taken
  /// @throws SystemCallException with EAGAIN if there is no room yet
  public static int send(int descriptor, ByteBuffer[] buffers, int most)
      throws SystemCallException {
    int count =
        SystemCall.repeated(
            "send",
            DescriptorCalls.name(descriptor),
            (state, arena) -> {
              MemorySegment bytes = arena.allocate(most);
              gather(buffers, bytes.asByteBuffer());
              return (int)
                  (long)
                      Linked.SEND.invokeExact(
                          state, descriptor, bytes, (long) most, MSG_DONTWAIT | MSG_NOSIGNAL);
            });
    moveOn(buffers, count);
    return count;
  }

  private static void gather(ByteBuffer[] buffers, ByteBuffer whole) {
    for (ByteBuffer buffer : buffers) {
      ByteBuffer part = buffer.duplicate();
      part.limit(part.position() + Math.min(part.remaining(), whole.remaining()));
      whole.put(part);
    }
  }

  private static void moveOn(ByteBuffer[] buffers, int count) {
    int left = count;
    for (ByteBuffer buffer : buffers) {
      int moved = Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + moved);
      left -= moved;
    }
  }

  public static void shutdownOutput(int descriptor) throws SystemCallException {
    SystemCall.repeated(
        "shutdown",
        DescriptorCalls.name(descriptor),
        (state, _) -> (int) Linked.SHUTDOWN.invokeExact(state, descriptor, SHUT_WR));
  }

  /// Who has connected, as the kernel knew it then.
  public static Ucred credentials(int descriptor) throws SystemCallException {
    int[] numbers = option(descriptor, SO_PEERCRED, 3);
    return new Ucred(numbers[0], numbers[1], numbers[2]);
  }

  /// Whether it is a Unix stream socket that is listened to.
  public static boolean isListening(int descriptor) throws SystemCallException {
    return option(descriptor, SO_DOMAIN, 1)[0] == AF_UNIX
        && option(descriptor, SO_TYPE, 1)[0] == SOCK_STREAM
        && option(descriptor, SO_ACCEPTCONN, 1)[0] == 1;
  }

  private static int[] option(int descriptor, int option, int count) throws SystemCallException {
    int[] numbers = new int[count];
    SystemCall.repeated(
        "getsockopt",
        DescriptorCalls.name(descriptor),
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
        Linkage.withErrno(
            "accept4", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    static final MethodHandle RECV = Linkage.withErrno("recv", BYTES);
    static final MethodHandle SEND = Linkage.withErrno("send", BYTES);
    static final MethodHandle SHUTDOWN =
        Linkage.withErrno("shutdown", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle GETSOCKOPT =
        Linkage.withErrno(
            "getsockopt",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  }
}
