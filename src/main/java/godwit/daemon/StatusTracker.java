package godwit.daemon;

import godwit.config.SiteConfig;
import godwit.control.CancelledException;
import godwit.control.DaemonStatus;
import godwit.control.ReloadResult;
import godwit.control.SiteStatus;
import godwit.publish.PublishResult;
import godwit.publish.Publisher;
import godwit.publish.RollbackResult;
import godwit.publish.Schedule;
import godwit.release.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the site and the daemon stand. To be asked by any thread and often: it waits for nobody.
final class StatusTracker {
  /// What can change what is live, when somebody asks for it.
  private static final Set<String> RELEASING = Set.of("publish", "rollback");

  private final ServedSite site;
  private final WorkQueue queue;
  private final InstantSource clock;
  private final Path socket;
  private final OwnPublishLog ownLog;
  private final Instant since;
  private volatile Live live = Live.UNKNOWN;
  private volatile Optional<DaemonStatus.Ended> last = Optional.empty();
  private volatile Optional<String> unread = Optional.of("the site has not been read yet");
  private volatile boolean configRefused;
  private volatile List<String> needRestart = List.of();
  private volatile boolean stopping;

  /// The live release as it was a moment ago: who asks thousands of times a second is not to read
  /// as many files.
  private record Live(long nanos, Optional<Release> release) {
    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();
    private static final Live UNKNOWN = new Live(0, Optional.empty());

    boolean isFresh() {
      return nanos != 0 && System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  /// @param queue what is asked of the daemon
  /// @param socket where it is listening, to be told
  /// @param ownLog knows why what is to be live is not
  StatusTracker(
      ServedSite site, WorkQueue queue, InstantSource clock, Path socket, OwnPublishLog ownLog) {
    this.ownLog = ownLog;
    this.site = site;
    this.queue = queue;
    this.clock = clock;
    this.socket = socket;
    this.since = clock.instant();
  }

  /// When the daemon was started.
  Instant since() {
    return since;
  }

  /// How the site stands.
  SiteStatus current() {
    SiteConfig config = site.config();
    return new SiteStatus(
        config.directory(),
        config.targetDirectory(),
        Publisher.strategy(config),
        live(),
        Optional.of(daemonStatus()));
  }

  private DaemonStatus daemonStatus() {
    Optional<Schedule.Item> next = site.due().items().stream().findFirst();
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
    ownLog.warning().ifPresent(warnings::add);
    if (configRefused) {
      warnings.add(
          "godwit.toml is wrong since it was read again, and the settings from before hold;"
              + " 'godwit check' tells what to correct, then run 'godwit reload'");
    }
    for (String setting : needRestart) {
      warnings.add(
          setting
              + " was changed in godwit.toml, and holds when the daemon is started again: restart"
              + " it");
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

  /// Why a publish may not work now; empty if there is no reason to think so.
  Optional<String> notReady() {
    return stopping ? Optional.of("the daemon is stopping") : unread;
  }

  /// Whether the settings that hold are older than those in the file, which are wrong.
  boolean isConfigRefused() {
    return configRefused;
  }

  /// The settings were read again.
  void reloaded(ReloadResult result) {
    switch (result) {
      case ReloadResult.Reloaded reloaded -> {
        configRefused = false;
        needRestart = reloaded.needRestart();
      }
      case ReloadResult.Refused _ -> configRefused = true;
    }
  }

  /// The end was asked for.
  void stopping() {
    stopping = true;
  }

  /// Reading the site at the start has ended.
  ///
  /// @param failure why not; null if it was read
  void read(@Nullable Throwable failure) {
    unread =
        failure == null
            ? Optional.empty()
            : Optional.of("the site cannot be read: " + failure.getMessage());
  }

  /// An operation has ended, see [Operation.Watcher#ended].
  void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    live = Live.UNKNOWN;
    if (value instanceof PublishResult) {
      unread = Optional.empty();
    }
    if (RELEASING.contains(operation.command()) || OwnPublish.of(operation).isPresent()) {
      outcome(value, failure).ifPresent(outcome -> last = Optional.of(last(operation, outcome)));
    }
  }

  private DaemonStatus.Ended last(Operation<?> operation, DaemonStatus.Outcome outcome) {
    return new DaemonStatus.Ended(
        operation.command(), operation.caller().user(), clock.instant(), outcome, liveId());
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
