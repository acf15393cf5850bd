package godwit.daemon;

import godwit.control.EventJson;
import godwit.control.OperationView;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The operations as programs know them: by a name that no daemon before has given, while they wait
/// and run, and for a while after their end. Tells events and metrics of each.
final class OperationRegistry implements Operation.Watcher {
  private final String daemon;
  private final WorkQueue queue;
  private final EventLog events;
  private final ServedSite site;
  private final InstantSource clock;
  private final OperationLog log = new OperationLog();
  private final Metrics metrics = new Metrics();

  /// @param daemon a word that no daemon before has had
  /// @param queue where they wait and run
  /// @param events are told how they go on
  OperationRegistry(
      String daemon, WorkQueue queue, EventLog events, ServedSite site, InstantSource clock) {
    this.daemon = daemon;
    this.queue = queue;
    this.events = events;
    this.site = site;
    this.clock = clock;
  }

  /// What an operation is called in the API.
  String id(Operation<?> operation) {
    return daemon + "-" + operation.id();
  }

  /// One that waits or runs. What is not found here has ended or never was: look there next.
  Optional<Operation<?>> find(String id) {
    if (findEnded(id).isPresent()) {
      return Optional.empty(); // the queue keeps it until those who wait for it are told
    }
    return queue.operations().stream().filter(operation -> id(operation).equals(id)).findFirst();
  }

  /// One that has ended lately.
  Optional<OperationView> findEnded(String id) {
    return log.find(id);
  }

  /// Those that have ended, run and wait, in this order.
  List<OperationView> views() {
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

  /// Calls an operation off.
  ///
  /// @return false if that cannot be done, or not any more
  boolean callOff(Operation<?> operation, String reason) {
    return queue.callOff(operation, reason);
  }

  /// How many have not begun.
  long waiting() {
    return queue.operations().stream()
        .filter(operation -> operation.state() == Operation.State.WAITING)
        .count();
  }

  /// How many there were and how long they took, and what else is measured, as Prometheus reads it.
  String metrics(Metrics.Gauges gauges) {
    return metrics.text(gauges);
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
    Duration duration = operation.duration();
    OperationView.Ending ending = keep(operation, duration, value, failure);
    metrics.ended(operation.command(), ending.outcome(), duration);
    String id = id(operation);
    tellReleased(id, value);
    events.tell(
        "ended", EventJson.ended(id, operation.command(), ending.outcome(), duration.toMillis()));
  }

  /// The operation has all of its ending, for those who wait; the log not what is large.
  private OperationView.Ending keep(
      Operation<?> operation,
      Duration duration,
      @Nullable Object value,
      @Nullable Throwable failure) {
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
    return ending;
  }

  private void tellReleased(String id, @Nullable Object value) {
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
  }
}
