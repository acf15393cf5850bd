package godwit.daemon;

import static godwit.daemon.ServedDaemon.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.build.DiscardingSink;
import godwit.control.BuildChoices;
import godwit.control.OperationView;
import godwit.control.PublishOrder;
import godwit.control.ScheduleResult;
import godwit.diagnostic.Diagnostics;
import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked by plain commands while a publish runs.
class CallerSiteTest {
  private static final Caller ANN = new Caller(4711, "ann");

  @TempDir Path directory;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private Daemon daemon;
  private CallerSite commands;

  @BeforeEach
  void beginAPublishThatIsHeld() throws Exception {
    TestSite site = new TestSite(directory, DaemonScenario.HELD);
    site.article("one.md", DaemonScenario.article("One"));
    site.article("due.md", "Title: Due\nDate: 2999-01-02\n\nA.\n");
    daemon =
        new Daemon(
            site.config(),
            InstantSource.fixed(TestSite.AS_OF),
            new Listening(directory, Optional.empty()),
            Notification.of(Map.of(), 0, () -> 0));
    daemon.start();
    commands = new CallerSite(daemon, ANN);
    PublishOrder usual = new PublishOrder(BuildChoices.usual(), Set.of(), false);
    Operation<?> publish = daemon.publish(usual, ANN, "publish", BuildListener.none());
    await(() -> publish.state() == Operation.State.COMMITTED);
  }

  @AfterEach
  void stop() throws Exception {
    letGo();
    callers.close();
    assertThat(daemon.stop(SOON)).isTrue();
  }

  private void letGo() throws Exception {
    Files.writeString(directory.resolve("go"), "");
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void awaitWaitingOrDone(Future<?> answer) throws Exception {
    await(() -> daemon.operations().waiting() > 0 || answer.isDone());
  }

  @Test
  void aBuildEmptiesItsDirectoryWhenItsTurnHasCome() throws Exception {
    AtomicBoolean opened = new AtomicBoolean();
    Future<BuildResult> build =
        callers.submit(
            () ->
                commands.build(
                    BuildChoices.usual(),
                    run -> {
                      opened.set(true);
                      return run.run(new DiscardingSink());
                    },
                    BuildListener.none()));
    awaitWaitingOrDone(build);
    assertThat(opened).as("opened while a publish ran").isFalse();
    letGo();
    assertThat(build.get()).isInstanceOf(BuildResult.Built.class);
  }

  @Test
  void aBuildOfASiteWithErrorsIsAnOperationThatWasRefused() throws Exception {
    letGo();
    Files.writeString(directory.resolve("content/bad.md"), "Title: Bad\nDate: someday\n\nA.\n");
    assertThat(
            commands.build(
                BuildChoices.usual(), run -> run.run(new DiscardingSink()), BuildListener.none()))
        .isInstanceOf(BuildResult.Failed.class);
    OperationView last = daemon.operations().views().getLast();
    assertThat(last.command()).isEqualTo("build");
    assertThat(last.ending().map(OperationView.Ending::outcome)).contains("refused");
  }

  @Test
  void theScheduleIsDerivedAfterThePublishThatRuns() throws Exception {
    Due before = daemon.site().due();
    Future<ScheduleResult> schedule = callers.submit(() -> commands.schedule(BuildListener.none()));
    awaitWaitingOrDone(schedule);
    assertThat(schedule.isDone()).as("answered while a publish ran").isFalse();
    assertThat(daemon.site().due()).isSameAs(before);
    letGo();
    assertThat(schedule.get().schedule().items()).hasSize(1);
  }

  @Test
  void aListWaitsForNobodyAndLeavesTheScheduleAlone() throws Exception {
    Due before = daemon.site().due();
    Diagnostics diagnostics = new Diagnostics();
    assertThat(
            commands.assemble(BuildChoices.usual(), diagnostics, BuildListener.none()).articles())
        .hasSize(1);
    assertThat(daemon.site().due()).isSameAs(before);
    assertThat(daemon.stop(Duration.ZERO)).as("the publish runs still").isFalse();
  }
}
