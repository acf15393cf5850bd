package godwit.daemon.socket;

import static godwit.libc.EpollCalls.EPOLLERR;
import static godwit.libc.EpollCalls.EPOLLET;
import static godwit.libc.EpollCalls.EPOLLHUP;
import static godwit.libc.EpollCalls.EPOLLIN;
import static godwit.libc.EpollCalls.EPOLLOUT;
import static godwit.libc.EpollCalls.EPOLLRDHUP;
import static godwit.libc.EpollCalls.EPOLL_CTL_ADD;
import static godwit.libc.EpollCalls.EPOLL_CTL_MOD;

import godwit.libc.DescriptorCalls;
import godwit.libc.EpollCalls;
import java.io.Closeable;
import java.io.IOException;
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

  private static final long WAKING = 0;
  private static final long LISTENING = 1;

  private final int epoll;
  private final int waking;
  private final AtomicLong lastId = new AtomicLong(LISTENING);
  private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();
  private boolean open = true;
  private boolean isWaiting;

  public Poller() throws IOException {
    epoll = EpollCalls.create();
    int made = -1;
    try {
      made = EpollCalls.createWaker();
      EpollCalls.control(epoll, EPOLL_CTL_ADD, made, EPOLLIN, WAKING);
    } catch (IOException e) {
      DescriptorCalls.close(epoll);
      if (made >= 0) {
        DescriptorCalls.close(made);
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
    try {
      List<Event> events = new ArrayList<>();
      for (EpollCalls.Event happened : EpollCalls.await(epoll)) {
        add(events, happened.data(), happened.events());
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
      EpollCalls.wake(waking);
    } else {
      closeAll();
    }
  }

  private void closeAll() throws IOException {
    try {
      DescriptorCalls.close(waking);
    } finally {
      DescriptorCalls.close(epoll);
    }
  }

  private void change(Descriptor descriptor, int operation, int events, long id)
      throws IOException {
    descriptor.use(
        number -> {
          synchronized (this) {
            if (open) {
              EpollCalls.control(epoll, operation, number, events, id);
            }
          }
          return true;
        });
  }
}
