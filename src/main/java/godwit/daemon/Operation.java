package godwit.daemon;

import godwit.build.BuildListener;
import godwit.control.CancelledException;
import godwit.control.OperationView.Ending;
import godwit.publish.GoAhead;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Something that was asked for and is done by one thread for all who asked for it.
///
/// @param <R> what becomes of it
final class Operation<R> {
  /// How far it is.
  enum State {
    WAITING,
    RUNNING,
    /// It is about to change what is served, and cannot be called off any more.
    COMMITTED,
    ENDED
  }

  /// Until when those who have asked for it can call it off.
  enum Revocable {
    /// Until it is about to change what is served.
    UNTIL_COMMITTED,
    /// As long as it waits.
    WHILE_WAITING,
    /// Never: the daemon itself has asked, and cannot do without.
    NEVER
  }

  /// Does it, on the queue's thread.
  interface Work<R> {
    /// @param progress is to be told how far it is; throws if the operation was called off
    /// @param goAhead is to be asked before anything is changed
    R run(BuildListener progress, GoAhead goAhead) throws IOException;
  }

  private final long id;
  private final String command;
  private final Caller caller;
  private final Instant asked;
  private final Revocable revocable;
  private final Work<R> work;
  private final Watcher watcher;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final List<BuildListener> listeners = new CopyOnWriteArrayList<>();
  private State state = State.WAITING;
  private Optional<String> calledOff = Optional.empty();
  private int callers = 1;
  private BuildListener.Stage stage = BuildListener.Stage.READ;
  private int done;
  private int total;
  private long startNanos;
  private Optional<Instant> begun = Optional.empty();
  private Optional<Ending> ending = Optional.empty();

  /// @param watcher is told how it goes on
  Operation(
      long id,
      String command,
      Caller caller,
      Instant asked,
      Revocable revocable,
      Work<R> work,
      Watcher watcher) {
    this.id = id;
    this.command = command;
    this.caller = caller;
    this.asked = asked;
    this.revocable = revocable;
    this.work = work;
    this.watcher = watcher;
  }

  /// A number that no other operation of this daemon has.
  long id() {
    return id;
  }

  String command() {
    return command;
  }

  /// Who asked first.
  Caller caller() {
    return caller;
  }

  Instant asked() {
    return asked;
  }

  Revocable revocable() {
    return revocable;
  }

  /// What becomes of it. Completed exceptionally with what the work throws, and with
  /// [CancelledException] if it was called off.
  CompletableFuture<R> result() {
    return result;
  }

  /// When the work has begun.
  synchronized Optional<Instant> begun() {
    return begun;
  }

  /// How long it has been at work; nothing if it has not begun.
  synchronized Duration duration() {
    return begun.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /// Says what programs are told of its end, before it is given as a result.
  synchronized void tellEnding(Ending told) {
    ending = Optional.of(told);
  }

  /// What programs are told of its end; empty before that.
  synchronized Optional<Ending> ending() {
    return ending;
  }

  /// The same when it is there. Holds no thread.
  CompletionStage<Ending> told() {
    return result.handle((_, _) -> ending().orElseThrow());
  }

  synchronized State state() {
    return state;
  }

  /// How many have asked for it.
  synchronized int callers() {
    return callers;
  }

  /// How far the stage is that it is in.
  record Progress(BuildListener.Stage stage, int done, int total) {}

  synchronized Progress progress() {
    return new Progress(stage, done, total);
  }

  /// Lets one more listen, and be answered with its result.
  ///
  /// @return false if it has begun: it may have read already what has changed since
  synchronized boolean join(BuildListener listener) {
    if (state != State.WAITING || calledOff.isPresent()) {
      return false;
    }
    callers++;
    listeners.add(listener);
    return true;
  }

  /// Lets somebody listen who does not wait for the result.
  void follow(BuildListener listener) {
    listeners.add(listener);
  }

  void unfollow(BuildListener listener) {
    listeners.remove(listener);
  }

  /// Calls it off for those who have asked for it.
  ///
  /// @param reason a sentence without an end
  /// @return false if that cannot be done, or not any more
  boolean callOff(String reason) {
    return switch (revocable) {
      case UNTIL_COMMITTED -> stop(reason, State.RUNNING);
      case WHILE_WAITING -> stop(reason, State.WAITING);
      case NEVER -> false;
    };
  }

  /// Calls it off because the daemon stops, as far as that can be done.
  ///
  /// @param reason a sentence without an end
  void stop(String reason) {
    stop(reason, State.RUNNING);
  }

  /// @param last the state in which it can be called off for the last time
  private boolean stop(String reason, State last) {
    synchronized (this) {
      if (state.compareTo(last) > 0) {
        return false;
      }
      calledOff = calledOff.or(() -> Optional.of(reason));
      if (state == State.RUNNING) {
        return true; // the work throws when it tells how far it is
      }
      end();
    }
    finish(null, new CancelledException(reason));
    return true;
  }

  /// Does the work, unless it was called off. Whatever that throws is for those who wait.
  ///
  /// @param now the present
  void run(Instant now) {
    if (!begin(now)) {
      return;
    }
    watcher.begun(this);
    R value;
    try {
      value = work.run(this::tell, this::commit);
    } catch (CancellationException e) {
      end();
      finish(null, new CancelledException(reason()));
      return;
    } catch (Throwable e) { // a bug is told to the callers, and the queue goes on
      end();
      finish(null, e);
      return;
    }
    if (end()) {
      finish(value, null);
    } else {
      finish(null, new CancelledException(reason()));
    }
  }

  /// Nobody waits for ever, whatever the watcher does.
  private void finish(@Nullable R value, @Nullable Throwable failure) {
    try {
      watcher.ended(this, value, failure);
    } catch (RuntimeException | Error bug) {
      result.completeExceptionally(bug);
      return;
    }
    if (failure != null) {
      result.completeExceptionally(failure);
    } else {
      result.complete(value);
    }
  }

  /// Is told how operations go on.
  interface Watcher {
    /// The work begins.
    void begun(Operation<?> operation);

    /// It has ended; those who wait for it are told after this.
    ///
    /// @param value its result; null if it has none
    /// @param failure why not; null if it has one
    void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure);
  }

  /// Waits until it has ended.
  ///
  /// @throws CancelledException if it was called off
  /// @throws IOException what the work has thrown
  R await() throws IOException {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("the daemon stops, and does not wait for the " + command);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case null -> throw new IllegalStateException(e);
        case IOException failure -> throw failure;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e);
      }
    }
  }

  private synchronized boolean begin(Instant now) {
    if (state != State.WAITING) {
      return false;
    }
    begun = Optional.of(now);
    startNanos = System.nanoTime();
    state = State.RUNNING;
    return true;
  }

  /// @return false if it was called off in time, but nobody has noticed: it has changed nothing
  private synchronized boolean end() {
    boolean counts = calledOff.isEmpty() || state == State.COMMITTED;
    state = State.ENDED;
    return counts;
  }

  private synchronized String reason() {
    return calledOff.orElse("it was called off");
  }

  private void tell(BuildListener.Stage nowStage, int nowDone, int nowTotal) {
    synchronized (this) {
      if (calledOff.isPresent()) {
        throw new CancellationException();
      }
      stage = nowStage;
      done = nowDone;
      total = nowTotal;
    }
    for (BuildListener listener : listeners) {
      listener.progress(nowStage, nowDone, nowTotal);
    }
  }

  private synchronized void commit() {
    if (calledOff.isPresent()) {
      throw new CancellationException();
    }
    state = State.COMMITTED;
  }
}
