package godwit.daemon;

import godwit.daemon.http.Answer;
import godwit.daemon.http.Call;
import godwit.daemon.http.Problem;
import godwit.daemon.http.Route;
import java.util.List;

/// What happens, as it happens: server-sent events.
final class EventRoutes {
  private final EventLog events;

  EventRoutes(EventLog events) {
    this.events = events;
  }

  List<Route> routes() {
    return List.of(Route.get("/v1/events", this::follow).producing("text/event-stream"));
  }

  private Answer follow(Call call) {
    Replies.onlyQuery(call);
    if (!events.hasRoom()) {
      return Answer.problem(
          Problem.of(
                  503,
                  "too-many-readers",
                  "Too many listen to events",
                  "%d do already; ask again later".formatted(EventLog.MOST_READERS))
              .with("limit", EventLog.MOST_READERS));
    }
    return Answer.events(stream -> events.follow(stream, call.field("Last-Event-ID")));
  }
}
