package godwit.daemon;

import godwit.daemon.http.Answer;
import godwit.daemon.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whether the daemon lives, and which one it is.
public final class LifeRoutes {
  private LifeRoutes() {}

  /// `GET /v1/health/live` and `GET /v1/version`.
  ///
  /// @param version of Godwit, of digits, letters, dots and hyphens
  public static List<Route> of(String version) {
    if (!version.matches("[-.0-9A-Za-z]+")) {
      throw new IllegalArgumentException("not a version: " + version);
    }
    byte[] live = json("{\"status\":\"live\"}\n");
    byte[] which = json("{\"name\":\"godwit\",\"version\":\"%s\",\"api\":1}\n".formatted(version));
    return List.of(
        Route.get("/v1/health/live", _ -> Answer.json(200, live)).producing("application/json"),
        Route.get("/v1/version", _ -> Answer.json(200, which)).producing("application/json"));
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
