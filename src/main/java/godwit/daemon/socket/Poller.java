package godwit.daemon.socket;

import static godwit.daemon.socket.SystemCalls.CAPTURE_ERRNO;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Waits until something happens on one of many sockets; see epoll(7).
///
/// Each socket is told apart by a number that is never given again, and not by its descriptor: what
/// has happened to one that was closed is not taken for another's. Of a connection one is told when
/// something changes, and not again; a listening socket is told of as long as somebody waits.
public final class Poller implements Closeable {
  /// What happened.
  public sealed interface Event {
    /// Somebody waits to be accepted.
    record Waiting() implements Event {}

    /// A connection can be read, or has come to its end; see [ClientSocket#isReadable] and
    /// [ClientSocket#isHungUp].
    ///
    /// @param watcher of the connection
    /// @param writable whether there is room again for what is to be written
    record Changed(Watcher watcher, boolean writable) implements Event {}
  }

  /// Whose connection it is.
  public interface Watcher {
    ClientSocket socket();
  }

  private static final int EPOLL_CLOEXEC = 02000000;
  private static final int EFD_CLOEXEC = 02000000;
  private static final int EFD_NONBLOCK = 04000;
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLL_CTL_MOD = 3;
  private static final int EPOLLIN = 0x1;
  private static final int EPOLLOUT = 0x4;
  private static final int EPOLLERR = 0x8;
  private static final int EPOLLHUP = 0x10;
  private static final int EPOLLRDHUP = 0x2000;
  private static final int EPOLLET = 1 << 31;

  /// Struct epoll_event is packed on x86 and not elsewhere.
  private static final int DATA_OFFSET = System.getProperty("os.arch").equals("amd64") ? 4 : 8;

  private static final int EVENT_SIZE = DATA_OFFSET + 8;
  private static final int MOST_EVENTS = 64;
  private static final long WAKING = 0;
  private static final long LISTENING = 1;

  private final int epoll;
  private final int waking;
  private final AtomicLong lastId = new AtomicLong(LISTENING);
  private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();
  private boolean open = true;
  private boolean isWaiting;

  public Poller() throws IOException {
    epoll =
        SystemCalls.call(
            "epoll_create1",
            "a poller",
            (state, _) -> (int) Linked.EPOLL_CREATE1.invokeExact(state, EPOLL_CLOEXEC));
    int made = -1;
    try {
      made =
          SystemCalls.call(
              "eventfd",
              "a poller",
              (state, _) -> (int) Linked.EVENTFD.invokeExact(state, 0, EFD_CLOEXEC | EFD_NONBLOCK));
      control(EPOLL_CTL_ADD, made, EPOLLIN, WAKING);
    } catch (IOException e) {
      SystemCalls.close(epoll);
      if (made >= 0) {
        SystemCalls.close(made);
      }
      throw e;
    }
    waking = made;
  }

  /// Tells from now on when somebody waits to be accepted.
  public void watch(ControlSocket socket) throws IOException {
    change(socket.descriptor(), EPOLL_CTL_ADD, EPOLLIN, LISTENING);
  }

  /// Tells no more of who waits; nothing is done if that was so before, or the socket is closed.
  public void ignore(ControlSocket socket) throws IOException {
    if (socket.isOpen()) {
      change(socket.descriptor(), EPOLL_CTL_MOD, 0, LISTENING);
    }
  }

  /// Tells again of who waits, after [#ignore].
  public void heed(ControlSocket socket) throws IOException {
    change(socket.descriptor(), EPOLL_CTL_MOD, EPOLLIN, LISTENING);
  }

  /// Tells of a connection from now on.
  ///
  /// @return what it is called here
  public long watch(Watcher watcher) throws IOException {
    long id = lastId.incrementAndGet();
    watchers.put(id, watcher);
    try {
      change(watcher.socket().descriptor(), EPOLL_CTL_ADD, EPOLLIN | EPOLLRDHUP | EPOLLET, id);
    } catch (IOException e) {
      watchers.remove(id);
      throw e;
    }
    return id;
  }

  /// Tells, once, when there is room for what is to be written.
  public void awaitRoom(long id, ClientSocket socket) throws IOException {
    change(socket.descriptor(), EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, id);
  }

  /// Tells of it no more. The socket is closed by its owner, which takes it from the kernel's list.
  public void forget(long id) {
    watchers.remove(id);
  }

  /// Waits for what happens; for one thread at a time.
  ///
  /// @return empty when the poller was closed, or for nothing
  public List<Event> await() throws IOException {
    synchronized (this) {
      if (!open) {
        return List.of();
      }
      isWaiting = true;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment happened = arena.allocate((long) EVENT_SIZE * MOST_EVENTS, Long.BYTES);
      int count =
          SystemCalls.call(
              "epoll_wait",
              "a poller",
              (state, _) ->
                  (int) Linked.EPOLL_WAIT.invokeExact(state, epoll, happened, MOST_EVENTS, -1));
      List<Event> events = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        long at = (long) i * EVENT_SIZE;
        add(
            events,
            happened.get(JAVA_LONG_UNALIGNED, at + DATA_OFFSET),
            happened.get(JAVA_INT_UNALIGNED, at));
      }
      return events;
    } finally {
      synchronized (this) {
        isWaiting = false;
        if (!open) {
          closeAll();
        }
      }
    }
  }

  private void add(List<Event> events, long id, int what) throws IOException {
    if (id == LISTENING) {
      events.add(new Event.Waiting());
      return;
    }
    Watcher watcher = watchers.get(id);
    if (watcher == null) { // was forgotten meanwhile, or is the one to wake
      return;
    }
    boolean gone = (what & (EPOLLHUP | EPOLLERR)) != 0;
    watcher.socket().noticed((what & EPOLLIN) != 0, (what & EPOLLRDHUP) != 0, gone);
    events.add(new Event.Changed(watcher, (what & EPOLLOUT) != 0 || gone));
  }

  public synchronized boolean isOpen() {
    return open;
  }

  /// Ends the waiting. Who waits closes the descriptors, as nobody else may while it does.
  @Override
  public synchronized void close() throws IOException {
    if (!open) {
      return;
    }
    open = false;
    if (isWaiting) {
      SystemCalls.call(
          "eventfd_write",
          "a poller",
          (state, _) -> (int) Linked.EVENTFD_WRITE.invokeExact(state, waking, 1L));
    } else {
      closeAll();
    }
  }

  private void closeAll() throws IOException {
    try {
      SystemCalls.close(waking);
    } finally {
      SystemCalls.close(epoll);
    }
  }

  private void change(Descriptor descriptor, int operation, int events, long id)
      throws IOException {
    descriptor.use(
        number -> {
          synchronized (this) {
            if (open) {
              control(operation, number, events, id);
            }
          }
          return true;
        });
  }

  private void control(int operation, int descriptor, int events, long id) throws IOException {
    SystemCalls.call(
        "epoll_ctl",
        "descriptor " + descriptor,
        (state, arena) -> {
          MemorySegment event = arena.allocate(EVENT_SIZE, Long.BYTES);
          event.set(JAVA_INT_UNALIGNED, 0, events);
          event.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, id);
          return (int) Linked.EPOLL_CTL.invokeExact(state, epoll, operation, descriptor, event);
        });
  }

  private static final class Linked {
    static final MethodHandle EPOLL_CREATE1 =
        SystemCalls.link("epoll_create1", FunctionDescriptor.of(JAVA_INT, JAVA_INT), CAPTURE_ERRNO);
    static final MethodHandle EPOLL_CTL =
        SystemCalls.link(
            "epoll_ctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS),
            CAPTURE_ERRNO);
    static final MethodHandle EPOLL_WAIT =
        SystemCalls.link(
            "epoll_wait",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            CAPTURE_ERRNO);
    static final MethodHandle EVENTFD =
        SystemCalls.link(
            "eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), CAPTURE_ERRNO);
    static final MethodHandle EVENTFD_WRITE =
        SystemCalls.link(
            "eventfd_write", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG), CAPTURE_ERRNO);
  }
}
