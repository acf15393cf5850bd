package godwit.daemon;

import godwit.control.Json;
import godwit.control.StatusJson;
import godwit.daemon.http.Answer;
import godwit.daemon.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How the site stands, for programs.
final class StatusRoutes {
  private StatusRoutes() {}

  static List<Route> of(StatusTracker tracker) {
    return List.of(
        Route.get(
                "/v1/status",
                _ ->
                    Answer.json(
                        200,
                        Json.text(writer -> StatusJson.status(writer, tracker.current()))
                            .getBytes(StandardCharsets.UTF_8)))
            .producing("application/json"));
  }
}
