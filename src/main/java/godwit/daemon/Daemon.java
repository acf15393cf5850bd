package godwit.daemon;

import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.control.BuildChoices;
import godwit.control.BusyException;
import godwit.control.CancelledException;
import godwit.control.EventJson;
import godwit.control.PublishOrder;
import godwit.control.ReloadResult;
import godwit.control.ScheduleResult;
import godwit.control.SiteCommands.Destination;
import godwit.publish.Comparison;
import godwit.publish.GoAhead;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.Schedule;
import godwit.publish.TargetCheck;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A site that is published by commands, and by the clock. What comes over the socket ends here.
final class Daemon implements Operation.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  /// What reading the site at the start is called.
  private static final String START = "start";

  /// An event has so many parts at most.
  private static final int MOST_TOLD = 50;

  private final InstantSource clock;
  private final Listening listening;
  private final Notification systemd;
  private final ServedSite site;
  private final ConfigFollower config;
  private final WorkQueue queue;
  private final EventLog events;
  private final OperationRegistry operations;
  private final StatusTracker status;
  private final DueTimer timer;
  private final Thread timerThread;
  private final SiteWatcher watcher;
  private final Thread watcherThread;
  private final OwnPublishLog ownLog = new OwnPublishLog(new Audit());

  /// The last publish of what was due; the timer's alone.
  private Optional<Operation<PublishResult>> duePublish = Optional.empty();

  private final CountDownLatch stopAsked = new CountDownLatch(1);

  /// @param systemd is told when the settings are read again
  Daemon(SiteConfig config, InstantSource clock, Listening listening, Notification systemd) {
    this.clock = clock;
    this.listening = listening;
    this.systemd = systemd;
    this.site = new ServedSite(config, clock);
    this.queue = new WorkQueue(clock, this);
    this.status = new StatusTracker(site, queue, clock, listening.socket(), ownLog);
    String name = Long.toString(status.since().toEpochMilli(), 36);
    this.events = new EventLog(name);
    this.operations = new OperationRegistry(name, queue, events, site, clock);
    this.config = new ConfigFollower(config.directory().resolve("godwit.toml"), this::readConfig);
    this.timer = new DueTimer(clock, site, this::publishWhatIsDue);
    this.timerThread = Thread.ofPlatform().name("due").unstarted(timer);
    this.watcher = new SiteWatcher(site::config, SiteWatcher.QUIET, this::publishWhatChanged);
    this.watcherThread = Thread.ofPlatform().name("watch").unstarted(watcher);
  }

  ServedSite site() {
    return site;
  }

  EventLog events() {
    return events;
  }

  OperationRegistry operations() {
    return operations;
  }

  StatusTracker status() {
    return status;
  }

  /// Begins to read the site, and to watch the clock.
  void start() {
    queue.start();
    try {
      queue.ask(
          "look",
          START,
          Caller.daemon(),
          BuildListener.none(),
          Operation.Revocable.NEVER,
          (progress, _) -> {
            site.look(progress);
            return true;
          });
    } catch (IOException e) {
      throw new IllegalStateException(e); // the queue is empty
    }
    timerThread.start();
  }

  /// Publishes from now on whenever a file of the site changes.
  ///
  /// @throws IOException if the files cannot be watched
  void watch() throws IOException {
    watcher.start();
    watcherThread.start();
  }

  /// Has the timer look at the clock now.
  void wake() {
    timer.wake();
  }

  /// Asks for the end, and returns before it comes.
  void shutDown() {
    status.stopping();
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
    watcherThread.interrupt();
    return queue.close(patience);
  }

  @Override
  public void begun(Operation<?> operation) {
    operations.begun(operation);
  }

  /// Who is told of the end finds it in the status.
  @Override
  public void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    if (operation.command().equals(START)) {
      status.read(failure);
    }
    ownLog.ended(operation, value, failure);
    status.ended(operation, value, failure);
    operations.ended(operation, value, failure);
    operation.ending().ifPresent(ending -> ownLog.audit(operation, ending.exit(), status.liveId()));
    timer.wake();
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
        (listener, _) -> site.compare(choices, file, caller, listener));
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
          return site.rollBack(prefix, caller);
        });
  }

  Operation<TargetCheck> check(Caller caller) throws BusyException, CancelledException {
    return queue.ask(
        "fsck",
        "fsck",
        caller,
        BuildListener.none(),
        Operation.Revocable.WHILE_WAITING, // it does not tell how far it is
        (_, _) -> site.check(caller));
  }

  /// Builds the site, and publishes nothing. It has its turn like a publish: the directory that it
  /// writes into is no other build's meanwhile.
  Operation<BuildResult> build(
      BuildChoices choices, Destination destination, Caller caller, BuildListener progress)
      throws BusyException, CancelledException {
    return queue.ask(
        new Object(), // each has its own destination
        "build",
        caller,
        progress,
        (listener, _) -> destination.run(site.build(choices, listener)));
  }

  /// Derives the schedule from the content as it is now.
  Operation<ScheduleResult> schedule(Caller caller, BuildListener progress)
      throws BusyException, CancelledException {
    return queue.ask(
        "calendar", "due-list", caller, progress, (listener, _) -> site.schedule(listener));
  }

  /// Reads the settings again.
  ReloadResult reload() {
    return config.read();
  }

  /// Reads the settings again if `godwit.toml` has changed. Whatever builds the site begins with
  /// this.
  ///
  /// @return see [ConfigFollower#follow]
  Optional<ReloadResult> follow() {
    return config.follow();
  }

  private ReloadResult readConfig() {
    systemd.reloading();
    ReloadResult result = site.reload(listening);
    systemd.ready("serving " + site.config().directory());
    status.reloaded(result);
    switch (result) {
      case ReloadResult.Reloaded _ -> {
        LOG.info("godwit.toml was read again");
        timer.wake();
      }
      case ReloadResult.Refused refused ->
          LOG.warn(
              "godwit.toml was read again and is refused: {}",
              OwnPublishLog.line(refused.diagnostics().getFirst()));
    }
    events.tell("reloaded", EventJson.reloaded(result));
    return result;
  }

  private void publishWhatChanged(GoAhead unchanged) throws InterruptedException {
    if (follow().orElse(null) instanceof ReloadResult.Refused refused) {
      ownLog.refused(OwnPublish.CHANGED, refused.diagnostics());
      return;
    }
    PublishOrder order = new PublishOrder(BuildChoices.usual(), Set.of(), false);
    try {
      Operation<PublishResult> operation =
          queue.ask(
              new Object(), // who asks for a publish is not to be answered that files changed
              OwnPublish.CHANGED.command(),
              Caller.daemon(),
              BuildListener.none(),
              (listener, goAhead) ->
                  site.publish(
                      order,
                      Caller.daemon(),
                      "godwit daemon --watch",
                      listener,
                      () -> {
                        unchanged.ask();
                        goAhead.ask();
                      }));
      operation.result().get();
    } catch (ExecutionException e) {
      // It is told as the end of every operation is.
    } catch (IOException e) {
      LOG.warn("what has changed cannot be published now: {}", e.getMessage());
    }
  }

  private boolean publishWhatIsDue() {
    if (duePublish.isPresent() && duePublish.get().ending().isEmpty()) {
      return false; // it takes longer than the time after which it would be tried again
    }
    if (follow().orElse(null) instanceof ReloadResult.Refused refused) {
      ownLog.refused(OwnPublish.DUE, refused.diagnostics());
      return true; // it is tried again as any other
    }
    try {
      tellDue();
      duePublish =
          Optional.of(
              publish(
                  new PublishOrder(BuildChoices.usual(), Set.of(), false),
                  Caller.daemon(),
                  OwnPublish.DUE.command(),
                  BuildListener.none()));
      return true;
    } catch (IOException e) {
      LOG.warn("what is due cannot be published now: {}", e.getMessage());
      return false;
    }
  }

  private void tellDue() {
    List<Schedule.Item> items = site.due().by(clock.instant()).stream().limit(MOST_TOLD).toList();
    events.tell("due", EventJson.due(items));
  }
}
