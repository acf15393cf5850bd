package godwit.daemon;

import godwit.control.EventJson;
import godwit.control.Json;
import godwit.control.OperationJson;
import godwit.control.PublishJson;
import godwit.control.ReloadResult;
import godwit.daemon.http.Answer;
import godwit.daemon.http.Call;
import godwit.daemon.http.Route;
import godwit.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

/// The daemon itself: its releases and settings, how it does, its end, and the description of all
/// calls.
final class DaemonRoutes {
  private final Daemon daemon;
  private final ServedSite site;
  private final OperationRegistry operations;
  private final EventLog events;
  private final StatusTracker status;
  private final Audit audit;
  private final IntSupplier connections;
  private final byte[] description = description();

  /// @param connections how many are open
  DaemonRoutes(Daemon daemon, Audit audit, IntSupplier connections) {
    this.daemon = daemon;
    this.site = daemon.site();
    this.operations = daemon.operations();
    this.events = daemon.events();
    this.status = daemon.status();
    this.audit = audit;
    this.connections = connections;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/releases", this::releases).producing(Replies.JSON),
        Route.post("/v1/reload", this::reload).producing(Replies.JSON).consuming(Replies.JSON),
        Route.post("/v1/shutdown", this::shutDown).producing(Replies.JSON).consuming(Replies.JSON),
        Route.get("/v1/health/ready", this::ready).producing(Replies.JSON),
        Route.get("/v1/metrics", this::metrics).producing("text/plain"),
        Route.get("/v1/openapi.json", _ -> Answer.json(200, description)).producing(Replies.JSON));
  }

  private Answer releases(Call call) {
    Replies.onlyQuery(call);
    return Replies.read(
        () -> {
          List<Release> releases = site.releases();
          return Json.text(writer -> PublishJson.releases(writer, releases));
        });
  }

  private Answer reload(Call call) {
    Replies.onlyQuery(call);
    Replies.body(call, Replies.NOTHING);
    long start = System.nanoTime();
    ReloadResult result = daemon.reload();
    int exit = result instanceof ReloadResult.Reloaded ? 0 : 2;
    audit.ended(call.peer(), "reload", List.of(), exit, System.nanoTime() - start);
    return switch (result) {
      case ReloadResult.Reloaded reloaded -> Replies.json(200, OperationJson.reloaded(reloaded));
      case ReloadResult.Refused refused ->
          Answer.problem(Failures.configErrors(refused.diagnostics()));
    };
  }

  /// Is answered before the end: what is under way has a little time for it.
  private Answer shutDown(Call call) {
    Replies.onlyQuery(call);
    Replies.body(call, Replies.NOTHING);
    audit.ended(call.peer(), "shutdown", List.of(), 0, 0);
    daemon.shutDown();
    return Replies.json(202, OperationJson.done());
  }

  /// A bad config that was refused does not make it unready: everything works by the settings from
  /// before, and who restarts what is not ready would have a daemon that does not start at all.
  private Answer ready(Call call) {
    Replies.onlyQuery(call);
    Optional<String> reason = status.notReady();
    String config = status.isConfigRefused() ? "refused" : "ok";
    String json = EventJson.ready(reason.isEmpty(), config, reason.orElse(""));
    Answer.Whole answer = Replies.json(reason.isEmpty() ? 200 : 503, json);
    return reason.isEmpty() ? answer : answer.with("Retry-After", Answer.RETRY_SECONDS);
  }

  private Answer metrics(Call call) {
    Replies.onlyQuery(call);
    Runtime runtime = Runtime.getRuntime();
    Map<String, Long> gauges = new LinkedHashMap<>();
    gauges.put("godwit_operations_waiting", operations.waiting());
    gauges.put("godwit_connections", (long) connections.getAsInt());
    gauges.put("godwit_event_readers", (long) events.readers());
    gauges.put("godwit_start_time_seconds", status.since().getEpochSecond());
    status
        .current()
        .live()
        .ifPresent(
            live ->
                gauges.put("godwit_last_release_time_seconds", live.by().since().getEpochSecond()));
    gauges.put("jvm_memory_heap_used_bytes", runtime.totalMemory() - runtime.freeMemory());
    gauges.put("jvm_memory_heap_max_bytes", runtime.maxMemory());
    gauges.put("jvm_threads", (long) ManagementFactory.getThreadMXBean().getThreadCount());
    return new Answer.Whole(
        200,
        Map.of(),
        Metrics.MEDIA_TYPE,
        ByteBuffer.wrap(
            operations.metrics(new Metrics.Gauges(gauges)).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] description() {
    try (InputStream in =
        Objects.requireNonNull(DaemonRoutes.class.getResourceAsStream("openapi.json"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in the same archive
    }
  }
}
