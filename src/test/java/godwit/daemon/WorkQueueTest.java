package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import godwit.build.BuildListener;
import godwit.control.BusyException;
import godwit.control.CancelledException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is asked of a daemon by several at once.
@Timeout(20)
class WorkQueueTest {
  private static final Caller ANN = new Caller(4711, "ann");

  private final List<String> ended = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final WorkQueue queue =
      new WorkQueue(
          InstantSource.system(),
          new Operation.Watcher() {
            @Override
            public void begun(Operation<?> operation) {}

            @Override
            public void ended(
                Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
              ended.add(operation.command() + " " + (failure == null ? value : failure));
            }
          });

  @BeforeEach
  void start() {
    queue.start();
  }

  @AfterEach
  void end() {
    mayEnd.countDown();
    queue.close();
  }

  @Test
  void whoAsksForTheSameIsAnsweredTogetherButNeverWithWhatHadBegunBefore() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Operation<Integer> first = ask("publish", runs);
    begun.await();

    List<Operation<Integer>> joined = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      joined.add(ask("publish", runs));
    }
    assertThat(queue.waitingCallers()).isEqualTo(100);
    mayEnd.countDown();

    assertThat(first.await()).isEqualTo(1);
    for (Operation<Integer> operation : joined) {
      assertThat(operation.await()).isEqualTo(2);
    }
    assertThat(runs).hasValue(2);
    assertThat(ended).containsExactly("publish 1", "publish 2");
  }

  @Test
  void whoAsksForSomethingElseDoesNotJoin() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Operation<Integer> first = ask("publish", runs);
    begun.await();
    Operation<Integer> second = ask("publish", runs);
    Operation<Integer> forced = ask("publish --force", runs);
    mayEnd.countDown();

    assertThat(List.of(first.await(), second.await(), forced.await())).containsExactly(1, 2, 3);
  }

  @Test
  void tooMuchIsRefusedAndWhatWaitsIsNotHarmed() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    ask("publish", runs);
    begun.await();
    for (int i = 0; i < WorkQueue.MOST_WAITING; i++) {
      ask("diff " + i, runs);
    }

    assertThatExceptionOfType(BusyException.class)
        .isThrownBy(() -> ask("one more", runs))
        .withMessage("the daemon has 32 commands waiting already");
    Operation<Integer> same = ask("diff 7", runs);
    mayEnd.countDown();
    assertThat(same.await()).isPositive();
  }

  @Test
  void whatRunsIsCalledOffAtItsNextStepAndWhatWaitsAtOnce() throws Exception {
    Operation<Integer> running = ask("publish", new AtomicInteger());
    begun.await();
    Operation<Integer> waiting = ask("diff", new AtomicInteger());

    assertThat(waiting.callOff("nobody wants it")).isTrue();
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(waiting::await)
        .withMessage("nobody wants it");
    assertThat(running.callOff("ann called it off")).isTrue();
    mayEnd.countDown();

    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(running::await)
        .withMessage("ann called it off");
    assertThat(ask("rollback", new AtomicInteger()).await()).isEqualTo(1);
  }

  @Test
  void whatIsAboutToChangeTheSiteIsNotCalledOff() throws Exception {
    CountDownLatch committed = new CountDownLatch(1);
    Operation<String> operation =
        queue.ask(
            "publish",
            "publish",
            ANN,
            BuildListener.none(),
            (progress, goAhead) -> {
              goAhead.ask();
              committed.countDown();
              hold();
              return "live";
            });
    committed.await();

    assertThat(operation.callOff("too late")).isFalse();
    mayEnd.countDown();
    assertThat(operation.await()).isEqualTo("live");
  }

  @Test
  void atTheEndEverybodyIsAnswered() throws Exception {
    Operation<Integer> running = ask("publish", new AtomicInteger());
    begun.await();
    Operation<Integer> waiting = ask("diff", new AtomicInteger());
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              mayEnd.countDown();
            });

    assertThat(queue.close(Duration.ofSeconds(10))).isTrue();

    for (Operation<Integer> operation : List.of(running, waiting)) {
      assertThatExceptionOfType(CancelledException.class)
          .isThrownBy(operation::await)
          .withMessage("the daemon was stopped; what was live is live still");
    }
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> ask("publish", new AtomicInteger()));
  }

  @Test
  void aBugIsToldToWhoAskedAndTheQueueGoesOn() throws Exception {
    Operation<String> broken =
        queue.ask(
            "x",
            "publish",
            ANN,
            BuildListener.none(),
            (_, _) -> {
              throw new IllegalStateException("a bug");
            });
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(broken::await);
    mayEnd.countDown();
    assertThat(ask("publish", new AtomicInteger()).await()).isEqualTo(1);
  }

  private void hold() {
    try {
      assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Its result is which run it was.
  private Operation<Integer> ask(String key, AtomicInteger runs) throws IOException {
    return queue.ask(
        key,
        key,
        ANN,
        BuildListener.none(),
        (progress, goAhead) -> {
          begun.countDown();
          hold();
          progress.progress(BuildListener.Stage.RENDER, 1, 2);
          goAhead.ask();
          return runs.incrementAndGet();
        });
  }
}
