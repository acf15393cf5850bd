package godwit.daemon;

import godwit.daemon.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// The API, version 1: all that is under `/v1`. The resource `openapi.json` describes it.
final class ApiRoutes {
  private final EventLog events;
  private final PublishRoutes publishing;
  private final List<Route> routes;

  /// @param version of Godwit
  /// @param connections how many are open
  ApiRoutes(Daemon daemon, Audit audit, String version, IntSupplier connections) {
    this.events = daemon.events();
    this.publishing = new PublishRoutes(daemon, audit);
    List<Route> all = new ArrayList<>(LifeRoutes.of(version));
    all.addAll(StatusRoutes.of(daemon.status()));
    all.addAll(publishing.routes());
    all.addAll(new OperationRoutes(daemon.operations(), audit).routes());
    all.addAll(new EventRoutes(events).routes());
    all.addAll(new DaemonRoutes(daemon, audit, connections).routes());
    this.routes = List.copyOf(all);
  }

  List<Route> routes() {
    return routes;
  }

  /// Has those who follow a publish hear that it is still at work.
  void beatProgress() {
    publishing.beat();
  }

  /// Has those who listen to events hear that there is nothing new.
  void beatEvents() {
    events.beat();
  }
}
