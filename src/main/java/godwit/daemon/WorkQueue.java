package godwit.daemon;

import godwit.build.BuildListener;
import godwit.control.BusyException;
import godwit.control.CancelledException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Does one thing after the other, on one thread: two publishers never meet on the target.
///
/// Who asks for what another one waits for already is answered together with him. Who asks for what
/// is being done waits for the next one: it may have read already what has changed since.
final class WorkQueue implements AutoCloseable {
  /// So many different things may wait: publishes that ask for the same are one.
  static final int MOST_WAITING = 32;

  private final InstantSource clock;
  private final Operation.Watcher watcher;
  private final Thread thread = Thread.ofPlatform().name("queue").unstarted(this::work);
  private final Deque<Operation<?>> waiting = new ArrayDeque<>();
  private final Map<Operation<?>, Object> keys = new HashMap<>();
  private @Nullable Operation<?> running;
  private boolean closed;
  private long last;

  /// @param watcher is told of each operation, before those who wait for it
  WorkQueue(InstantSource clock, Operation.Watcher watcher) {
    this.clock = clock;
    this.watcher = watcher;
  }

  void start() {
    thread.start();
  }

  /// Has something done, or joins those who wait for the same.
  ///
  /// @param key what is asked for: what is equal is the same, with a result of the same type
  /// @param command such as `publish`
  /// @throws BusyException if too much is waiting
  /// @throws CancelledException if the daemon is about to stop
  <R> Operation<R> ask(
      Object key, String command, Caller caller, BuildListener progress, Operation.Work<R> work)
      throws BusyException, CancelledException {
    return ask(key, command, caller, progress, Operation.Revocable.UNTIL_COMMITTED, work);
  }

  /// The same for what may not be called off at any time.
  <R> Operation<R> ask(
      Object key,
      String command,
      Caller caller,
      BuildListener progress,
      Operation.Revocable revocable,
      Operation.Work<R> work)
      throws BusyException, CancelledException {
    synchronized (this) {
      if (closed) {
        throw new CancelledException("the daemon is about to stop");
      }
      for (Operation<?> operation : waiting) {
        if (key.equals(keys.get(operation)) && operation.join(progress)) {
          @SuppressWarnings("unchecked") // the key stands for it
          Operation<R> same = (Operation<R>) operation;
          return same;
        }
      }
      if (waiting.size() >= MOST_WAITING) {
        throw new BusyException(
            "the daemon has %d commands waiting already".formatted(waiting.size()),
            "try again when some of them are done");
      }
      Operation<R> operation =
          new Operation<>(++last, command, caller, clock.instant(), revocable, work, watcher);
      operation.follow(progress);
      waiting.addLast(operation);
      keys.put(operation, key);
      notifyAll();
      return operation;
    }
  }

  synchronized Optional<Operation<?>> running() {
    return Optional.ofNullable(running);
  }

  /// How many callers wait for what has not begun.
  synchronized int waitingCallers() {
    return waiting.stream().mapToInt(Operation::callers).sum();
  }

  /// Those that run or wait, in the order in which they are done.
  synchronized List<Operation<?>> operations() {
    List<Operation<?>> all = new ArrayList<>();
    if (running != null) {
      all.add(running);
    }
    all.addAll(waiting);
    return all;
  }

  /// Calls an operation off.
  ///
  /// @return false if that cannot be done, or not any more
  boolean callOff(Operation<?> operation, String reason) {
    boolean called = operation.callOff(reason);
    if (called) {
      synchronized (this) {
        waiting.remove(operation); // where it would keep others out
        keys.remove(operation);
      }
    }
    return called;
  }

  private void work() {
    while (step()) {
      // Between two steps nothing is held of what the one before had to do with.
    }
  }

  private boolean step() {
    Optional<Operation<?>> next = next();
    next.ifPresent(operation -> operation.run(clock.instant()));
    synchronized (this) {
      running = null;
    }
    return next.isPresent();
  }

  private synchronized Optional<Operation<?>> next() {
    while (waiting.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        return Optional.empty(); // nobody interrupts it but to end it
      }
    }
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Operation<?> next = waiting.removeFirst();
    keys.remove(next);
    running = next;
    return Optional.of(next);
  }

  /// Takes nothing more, calls off what waits and what can be called off, and returns when the rest
  /// is done.
  ///
  /// @param patience for how long to wait for it
  /// @return whether it is done
  boolean close(Duration patience) {
    List<Operation<?>> left;
    synchronized (this) {
      closed = true;
      left = operations();
      waiting.clear();
      keys.clear();
      notifyAll();
    }
    left.forEach(
        operation -> operation.stop("the daemon was stopped; what was live is live still"));
    try {
      return thread.getState() == Thread.State.NEW || thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }
}
