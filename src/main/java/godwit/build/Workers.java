package godwit.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Works through lists on several threads. Results stand in the order of their items, whichever
/// thread was first.
final class Workers implements AutoCloseable {
  /// Work on one item.
  @FunctionalInterface
  interface Task<T> {
    void run(T item) throws IOException;
  }

  /// Makes one thing of another.
  @FunctionalInterface
  interface Mapping<T, R> {
    R apply(T item) throws IOException;
  }

  /// Deeply nested Markdown and templates are worked on by recursion.
  private static final long STACK_BYTES = 16 << 20;

  private final int threads;
  private final ThreadPoolExecutor executor;
  private volatile @Nullable Round round;

  /// One list being worked through.
  private static final class Round {
    final AtomicInteger next = new AtomicInteger();
    final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    final Map<Thread, Share> shares = new ConcurrentHashMap<>();
    final CountDownLatch finished;

    Round(int threads) {
      finished = new CountDownLatch(threads);
    }
  }

  /// A thread's part of a round, over when it is done or nobody waits for it any more.
  private static final class Share {
    private final Round round;
    private final AtomicBoolean over = new AtomicBoolean();

    Share(Round round) {
      this.round = round;
    }

    void end() {
      if (over.compareAndSet(false, true)) {
        round.finished.countDown();
      }
    }
  }

  Workers(int threads) {
    this.threads = threads;
    AtomicInteger number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread =
                  new Thread(null, work, "build-" + number.incrementAndGet(), STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
  }

  /// Applies a mapping to every item.
  ///
  /// @throws IOException the first that a mapping throws; items not begun by then are left
  ///
  ///   An item that was given up has no result.
  <T, R> List<R> map(List<T> items, Mapping<T, R> mapping) throws IOException {
    @Nullable Object[] results = new Object[items.size()];
    run(items.size(), index -> results[index] = mapping.apply(items.get(index)));
    @SuppressWarnings("unchecked") // every place is filled with an R or empty
    List<R> typed = (List<R>) Arrays.stream(results).filter(Objects::nonNull).toList();
    return typed;
  }

  /// Runs a task for every item. @throws IOException as [#map]
  <T> void forEach(List<T> items, Task<T> task) throws IOException {
    run(items.size(), index -> task.run(items.get(index)));
  }

  private void run(int count, Task<Integer> task) throws IOException {
    Round current = new Round(threads);
    round = current;
    for (int i = 0; i < threads; i++) {
      executor.execute(() -> work(current, count, task));
    }
    await(current.finished, current.failure);
    rethrow(current.failure.get());
  }

  private static void work(Round round, int count, Task<Integer> task) {
    Share share = new Share(round);
    round.shares.put(Thread.currentThread(), share);
    try {
      for (int index = round.next.getAndIncrement();
          index < count && round.failure.get() == null && !share.over.get();
          index = round.next.getAndIncrement()) {
        task.run(index);
      }
    } catch (Throwable e) { // whatever it is, the caller's thread has to hear of it
      round.failure.compareAndSet(null, e);
    } finally {
      share.end();
    }
  }

  /// Waits no longer for a thread whose work does not come to an end and cannot be stopped. It
  /// takes no other item; the other threads go on.
  void giveUp(Thread thread) {
    Round current = round;
    Share share = current == null ? null : current.shares.get(thread);
    if (share != null) {
      executor.setMaximumPoolSize(executor.getMaximumPoolSize() + 1);
      executor.setCorePoolSize(executor.getMaximumPoolSize()); // another in its place
      share.end();
    }
  }

  private static void await(CountDownLatch finished, AtomicReference<@Nullable Throwable> failure)
      throws IOException {
    try {
      finished.await();
    } catch (InterruptedException e) {
      failure.compareAndSet(null, e); // keeps the threads from beginning anything more
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the build was interrupted");
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
