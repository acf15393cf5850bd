package godwit.daemon;

import godwit.build.BuildListener;
import godwit.config.SiteConfig;
import godwit.control.BuildChoices;
import godwit.control.BusyException;
import godwit.control.CancelledException;
import godwit.control.DaemonStatus;
import godwit.control.PublishOrder;
import godwit.control.ReloadResult;
import godwit.control.SiteStatus;
import godwit.publish.Comparison;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.Schedule;
import godwit.publish.TargetCheck;
import godwit.release.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A site that is published by commands, and by the clock. What comes over the socket ends here.
final class Daemon {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private final InstantSource clock;
  private final Notification systemd;
  private final Instant since;
  private final ServedSite site;
  private final Path socket;
  private final WorkQueue queue;
  private final DueTimer timer;
  private final Thread timerThread;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private volatile Optional<DaemonStatus.Ended> last = Optional.empty();
  private volatile Live live = new Live(0, Optional.empty());

  /// The live release as it was a moment ago: who asks thousands of times a second is not to read
  /// as many files.
  private record Live(long nanos, Optional<Release> release) {
    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();

    boolean isFresh() {
      return nanos != 0 && System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  /// @param socket where it is listening, to be told
  /// @param systemd is told when the settings are read again
  Daemon(SiteConfig config, InstantSource clock, Path socket, Notification systemd) {
    this.systemd = systemd;
    this.clock = clock;
    this.since = clock.instant();
    this.site = new ServedSite(config, clock);
    this.socket = socket;
    this.queue = new WorkQueue(clock, this::ended);
    this.timer = new DueTimer(clock, site, this::publishWhatIsDue);
    this.timerThread = Thread.ofPlatform().name("due").unstarted(timer);
  }

  /// Begins to read the site, and to watch the clock.
  void start() {
    queue.start();
    try {
      queue.ask(
          "look",
          "start",
          Caller.daemon(),
          BuildListener.none(),
          (progress, _) -> {
            site.look(progress);
            return true;
          });
    } catch (IOException e) {
      throw new IllegalStateException(e); // the queue is empty
    }
    timerThread.start();
  }

  /// Asks for the end, and returns before it comes.
  void shutDown() {
    stopAsked.countDown();
  }

  /// Waits until somebody asks for the end.
  void awaitShutDown() throws InterruptedException {
    stopAsked.await();
  }

  /// Calls off what can be called off, and waits for the rest.
  ///
  /// @return whether all has ended in time
  boolean stop(Duration patience) {
    timerThread.interrupt();
    return queue.close(patience);
  }

  ServedSite site() {
    return site;
  }

  WorkQueue queue() {
    return queue;
  }

  /// Publishes, together with those who wait for the same.
  ///
  /// @param command what it is called in the record of the release
  Operation<PublishResult> publish(
      PublishOrder order, Caller caller, String command, BuildListener progress)
      throws BusyException, CancelledException {
    return queue.ask(
        order,
        command,
        caller,
        progress,
        (listener, goAhead) -> site.publish(order, caller, "godwit " + command, listener, goAhead));
  }

  /// What asks for a comparison.
  private record CompareKey(BuildChoices choices, Optional<String> file) {}

  Operation<Comparison> compare(
      BuildChoices choices, Optional<String> file, Caller caller, BuildListener progress)
      throws BusyException, CancelledException {
    return queue.ask(
        new CompareKey(choices, file),
        "diff",
        caller,
        progress,
        (listener, _) ->
            site.patiently(
                () ->
                    site.publisher()
                        .compare(
                            site.build(choices, listener),
                            caller.holder("godwit diff", clock.instant()),
                            file)));
  }

  Operation<RollbackResult> rollBack(Optional<String> prefix, Caller caller)
      throws BusyException, CancelledException {
    return queue.ask(
        new Object(), // two rollbacks are two steps back
        "rollback",
        caller,
        BuildListener.none(),
        (_, goAhead) -> {
          goAhead.ask();
          return site.patiently(
              () ->
                  site.publisher()
                      .rollBack(caller.holder("godwit rollback", clock.instant()), prefix));
        });
  }

  Operation<TargetCheck> check(Caller caller) throws BusyException, CancelledException {
    return queue.ask(
        "fsck",
        "fsck",
        caller,
        BuildListener.none(),
        (_, _) ->
            site.patiently(
                () -> site.publisher().check(caller.holder("godwit fsck", clock.instant()))));
  }

  ReloadResult reload() {
    systemd.reloading();
    ReloadResult result = site.reload();
    systemd.ready("serving " + site.config().directory());
    timer.wake();
    return result;
  }

  /// How the site stands. Quick, and waits for nobody.
  SiteStatus status() {
    SiteConfig config = site.config();
    return new SiteStatus(
        config.directory(), config.targetDirectory(), live(), Optional.of(daemonStatus()));
  }

  private DaemonStatus daemonStatus() {
    ServedSite.Due due = site.due();
    Optional<Schedule.Item> next =
        due.schedule().items().stream()
            .filter(item -> item.at().toInstant().isAfter(due.asOf()))
            .findFirst();
    Optional<DaemonStatus.Running> running =
        queue
            .running()
            .map(
                operation ->
                    new DaemonStatus.Running(
                        operation.command(), operation.caller().user(), operation.asked()));
    return new DaemonStatus(
        ProcessHandle.current().pid(),
        since,
        socket,
        running,
        queue.waitingCallers(),
        last,
        next,
        site.warnings(live()));
  }

  /// Which release is served.
  Optional<String> liveId() {
    return live().map(Release::id);
  }

  private Optional<Release> live() {
    Live known = live;
    if (!known.isFresh()) {
      known = new Live(System.nanoTime(), site.live());
      live = known;
    }
    return known.release();
  }

  private boolean publishWhatIsDue() {
    try {
      publish(
          new PublishOrder(BuildChoices.usual(), Set.of(), false),
          Caller.daemon(),
          "schedule",
          BuildListener.none());
      return true;
    } catch (IOException e) {
      LOG.warn("what is due cannot be published now: {}", e.getMessage());
      return false;
    }
  }

  private void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    live = new Live(0, Optional.empty());
    outcome(value, failure)
        .ifPresent(
            outcome ->
                last =
                    Optional.of(
                        new DaemonStatus.Ended(
                            operation.command(),
                            operation.caller().user(),
                            clock.instant(),
                            outcome,
                            live().map(Release::id))));
    timer.wake();
  }

  /// Empty for what does not publish.
  private static Optional<DaemonStatus.Outcome> outcome(
      @Nullable Object value, @Nullable Throwable failure) {
    return switch (value) {
      case PublishResult result -> Optional.of(ServedSite.outcome(result));
      case RollbackResult.Done _ -> Optional.of(DaemonStatus.Outcome.PUBLISHED);
      case null ->
          Optional.of(
              failure instanceof CancelledException
                  ? DaemonStatus.Outcome.CANCELLED
                  : DaemonStatus.Outcome.FAILED);
      default -> Optional.empty();
    };
  }
}
