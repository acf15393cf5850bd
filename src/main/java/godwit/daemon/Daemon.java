package godwit.daemon;

import godwit.build.BuildListener;
import godwit.config.SiteConfig;
import godwit.control.BuildChoices;
import godwit.control.BusyException;
import godwit.control.CancelledException;
import godwit.control.DaemonStatus;
import godwit.control.EventJson;
import godwit.control.OperationView;
import godwit.control.PublishOrder;
import godwit.control.ReloadResult;
import godwit.control.ScheduleResult;
import godwit.control.SiteStatus;
import godwit.diagnostic.Diagnostics;
import godwit.publish.Comparison;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.Schedule;
import godwit.publish.TargetCheck;
import godwit.release.Release;
import godwit.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A site that is published by commands, and by the clock. What comes over the socket ends here.
final class Daemon implements Operation.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  /// What reading the site at the start is called.
  private static final String START = "start";

  /// What can change what is live.
  private static final Set<String> RELEASING = Set.of("publish", "schedule", "rollback");

  /// An event has so many parts at most.
  private static final int MOST_TOLD = 50;

  private final InstantSource clock;
  private final Notification systemd;
  private final Instant since;
  private final ServedSite site;
  private final Path socket;
  private final String name;
  private final EventLog events;
  private final OperationLog log = new OperationLog();
  private final Metrics metrics = new Metrics();
  private final WorkQueue queue;
  private final DueTimer timer;
  private final Thread timerThread;
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private volatile Optional<DaemonStatus.Ended> last = Optional.empty();
  private volatile Live live = new Live(0, Optional.empty());
  private volatile Optional<String> unread = Optional.of("the site has not been read yet");
  private volatile boolean configRefused;

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
    this.name = Long.toString(since.toEpochMilli(), 36);
    this.events = new EventLog(name);
    this.queue = new WorkQueue(clock, this);
    this.timer = new DueTimer(clock, site, this::publishWhatIsDue);
    this.timerThread = Thread.ofPlatform().name("due").unstarted(timer);
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

  EventLog events() {
    return events;
  }

  Metrics metrics() {
    return metrics;
  }

  Instant since() {
    return since;
  }

  /// How many operations have not begun.
  long waiting() {
    return queue.operations().stream()
        .filter(operation -> operation.state() == Operation.State.WAITING)
        .count();
  }

  /// Why a publish may not work now; empty if there is no reason to think so.
  Optional<String> notReady() {
    return stopAsked.getCount() == 0 ? Optional.of("the daemon is stopping") : unread;
  }

  /// Whether the settings that hold are older than those in the file, which are wrong.
  boolean isConfigRefused() {
    return configRefused;
  }

  /// What an operation is called in the API: no daemon before has had one of that name.
  String id(Operation<?> operation) {
    return name + "-" + operation.id();
  }

  /// One that waits or runs.
  Optional<Operation<?>> findOperation(String id) {
    return queue.operations().stream().filter(operation -> id(operation).equals(id)).findFirst();
  }

  /// One that has ended lately.
  Optional<OperationView> findEnded(String id) {
    return log.find(id);
  }

  /// Those that have ended, run and wait, in this order.
  List<OperationView> operations() {
    Map<String, OperationView> views = new LinkedHashMap<>();
    List<OperationView> now = queue.operations().stream().map(this::view).toList();
    log.all().forEach(view -> views.put(view.id(), view));
    now.forEach(view -> views.putIfAbsent(view.id(), view));
    return List.copyOf(views.values());
  }

  /// An operation as programs see it.
  OperationView view(Operation<?> operation) {
    return view(operation, operation.ending());
  }

  private OperationView view(Operation<?> operation, Optional<OperationView.Ending> ending) {
    Operation.State state = operation.state();
    // What has ended is told to have ended when it can be told how.
    String word =
        ending.isPresent()
            ? "ended"
            : state == Operation.State.ENDED ? "running" : state.name().toLowerCase(Locale.ROOT);
    Operation.Progress progress = operation.progress();
    boolean isAtWork = ending.isEmpty() && operation.begun().isPresent();
    return new OperationView(
        id(operation),
        operation.command(),
        word,
        operation.caller().user(),
        operation.callers(),
        operation.asked(),
        operation.begun(),
        isAtWork
            ? Optional.of(
                new OperationView.Progress(progress.stage(), progress.done(), progress.total()))
            : Optional.empty(),
        ending);
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

  /// Derives the schedule from the content as it is now.
  Operation<ScheduleResult> schedule(Caller caller) throws BusyException, CancelledException {
    return queue.ask(
        "calendar",
        "due-list",
        caller,
        BuildListener.none(),
        (progress, _) -> {
          Diagnostics diagnostics = new Diagnostics();
          Site assembled = site.assemble(BuildChoices.usual(), diagnostics, progress);
          return new ScheduleResult(Schedule.of(assembled), diagnostics.sorted());
        });
  }

  ReloadResult reload() {
    systemd.reloading();
    ReloadResult result = site.reload();
    systemd.ready("serving " + site.config().directory());
    configRefused = result instanceof ReloadResult.Refused;
    if (!configRefused) {
      timer.wake();
    }
    events.tell("reloaded", EventJson.reloaded(result));
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
        warnings());
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(site.warnings(live()));
    if (configRefused) {
      warnings.add(
          "godwit.toml is wrong since it was read again, and the settings from before hold;"
              + " 'godwit check' tells what to correct, then run 'godwit reload'");
    }
    return warnings;
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
      tellDue();
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

  private void tellDue() {
    ServedSite.Due due = site.due();
    Instant now = clock.instant();
    List<Schedule.Item> items =
        due.schedule().items().stream()
            .filter(item -> item.at().toInstant().isAfter(due.asOf()))
            .filter(item -> !item.at().toInstant().isAfter(now))
            .limit(MOST_TOLD)
            .toList();
    events.tell("due", EventJson.due(items));
  }

  @Override
  public void begun(Operation<?> operation) {
    String id = id(operation);
    events.tell("begun", EventJson.begun(id, operation.command(), operation.caller().user()));
    operation.follow(
        new CoarseProgress(
            (stage, done, total) ->
                events.tell("progress", EventJson.progress(id, stage, done, total))));
  }

  @Override
  public void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    live = new Live(0, Optional.empty());
    if (value instanceof PublishResult) {
      unread = Optional.empty();
    } else if (operation.command().equals(START)) {
      unread =
          failure == null
              ? Optional.empty()
              : Optional.of("the site cannot be read: " + failure.getMessage());
    }
    if (RELEASING.contains(operation.command())) {
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
    }
    tell(operation, value, failure);
    timer.wake();
  }

  private void tell(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    Duration duration = operation.duration();
    Instant now = clock.instant();
    OperationView.Ending ending =
        new Endings(site.config(), now, duration, true).of(value, failure);
    operation.tellEnding(ending);
    boolean isLarge = ending.json().length() > OperationLog.LARGEST_RESULT;
    log.add(
        view(
            operation,
            Optional.of(
                isLarge
                    ? new Endings(site.config(), now, duration, false).of(value, failure)
                    : ending)));
    metrics.ended(operation.command(), ending.outcome(), duration);
    String id = id(operation);
    switch (value) {
      case PublishResult.Live published ->
          events.tell(
              "released",
              EventJson.released(id, published.published().id(), published.changes().from()));
      case RollbackResult.Done done ->
          events.tell(
              "released",
              EventJson.released(
                  id, done.rolledBack().live().id(), done.rolledBack().changes().from()));
      case null, default -> {}
    }
    events.tell(
        "ended", EventJson.ended(id, operation.command(), ending.outcome(), duration.toMillis()));
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
