package godwit.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/// The calls that wait for many descriptors at once, see epoll(7), and that end the waiting, see
/// eventfd(2).
public final class EpollCalls {
  public static final int EPOLL_CTL_ADD = 1;
  public static final int EPOLL_CTL_MOD = 3;
  public static final int EPOLLIN = 0x1;
  public static final int EPOLLOUT = 0x4;
  public static final int EPOLLERR = 0x8;
  public static final int EPOLLHUP = 0x10;
  public static final int EPOLLRDHUP = 0x2000;
  public static final int EPOLLET = 1 << 31;

  private static final int EPOLL_CLOEXEC = 02000000;
  private static final int EFD_CLOEXEC = 02000000;
  private static final int EFD_NONBLOCK = 04000;

  /// Struct epoll_event is packed on x86 and not elsewhere.
  private static final int DATA_OFFSET = System.getProperty("os.arch").equals("amd64") ? 4 : 8;

  private static final int EVENT_SIZE = DATA_OFFSET + Long.BYTES;
  private static final int MOST_EVENTS = 64;
  private static final String FILE = "a poller";

  private EpollCalls() {}

  /// What happened on a descriptor.
  ///
  /// @param data what was given with the descriptor
  /// @param events bits of EPOLLIN and so on
  public record Event(long data, int events) {}

  /// @return the descriptor of a new list of descriptors, to be given to [DescriptorCalls#close]
  public static int create() throws SystemCallException {
    return SystemCall.repeated(
        "epoll_create1",
        FILE,
        (state, _) -> (int) Linked.EPOLL_CREATE1.invokeExact(state, EPOLL_CLOEXEC));
  }

  /// @return a descriptor that can be read after [#wake], to be given to [DescriptorCalls#close]
  public static int createWaker() throws SystemCallException {
    return SystemCall.repeated(
        "eventfd",
        FILE,
        (state, _) -> (int) Linked.EVENTFD.invokeExact(state, 0, EFD_CLOEXEC | EFD_NONBLOCK));
  }

  /// @param waker of [#createWaker]
  public static void wake(int waker) throws SystemCallException {
    SystemCall.repeated(
        "eventfd_write",
        FILE,
        (state, _) -> (int) Linked.EVENTFD_WRITE.invokeExact(state, waker, 1L));
  }

  /// @param operation [#EPOLL_CTL_ADD] or [#EPOLL_CTL_MOD]
  /// @param events which to tell of: bits of EPOLLIN and so on
  /// @param data to be told with them
  public static void control(int epoll, int operation, int descriptor, int events, long data)
      throws SystemCallException {
    SystemCall.repeated(
        "epoll_ctl",
        DescriptorCalls.name(descriptor),
        (state, arena) -> {
          MemorySegment event = arena.allocate(EVENT_SIZE, Long.BYTES);
          event.set(JAVA_INT_UNALIGNED, 0, events);
          event.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
          return (int) Linked.EPOLL_CTL.invokeExact(state, epoll, operation, descriptor, event);
        });
  }

  /// Waits until something happens.
  public static List<Event> await(int epoll) throws SystemCallException {
    List<Event> events = new ArrayList<>();
    SystemCall.repeated(
        "epoll_wait",
        FILE,
        (state, arena) -> {
          MemorySegment happened = arena.allocate((long) EVENT_SIZE * MOST_EVENTS, Long.BYTES);
          int count = (int) Linked.EPOLL_WAIT.invokeExact(state, epoll, happened, MOST_EVENTS, -1);
          for (int i = 0; i < count; i++) {
            long at = (long) i * EVENT_SIZE;
            events.add(
                new Event(
                    happened.get(JAVA_LONG_UNALIGNED, at + DATA_OFFSET),
                    happened.get(JAVA_INT_UNALIGNED, at)));
          }
          return count;
        });
    return events;
  }

  private static final class Linked {
    static final MethodHandle EPOLL_CREATE1 =
        Linkage.withErrno("epoll_create1", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final MethodHandle EPOLL_CTL =
        Linkage.withErrno(
            "epoll_ctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    static final MethodHandle EPOLL_WAIT =
        Linkage.withErrno(
            "epoll_wait", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    static final MethodHandle EVENTFD =
        Linkage.withErrno("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle EVENTFD_WRITE =
        Linkage.withErrno("eventfd_write", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  }
}
