package godwit.control;

import godwit.build.BuildListener.Stage;
import godwit.publish.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a daemon tells of by itself, as JSON: the data of its events.
public final class EventJson {
  /// An event has so many parts at most.
  private static final int MOST_TOLD = 50;

  private EventJson() {}

  /// An operation has begun.
  public static String begun(String id, String command, String user) {
    return Json.object(
        writer -> {
          Json.text(writer, "operation", id);
          Json.text(writer, "command", command);
          Json.text(writer, "user", user);
        });
  }

  /// An operation is so far.
  public static String progress(String id, Stage stage, int done, int total) {
    return Json.object(
        writer -> {
          Json.text(writer, "operation", id);
          Json.text(writer, "stage", stage.name().toLowerCase(Locale.ROOT));
          Json.number(writer, "done", done);
          Json.number(writer, "total", total);
        });
  }

  /// An operation has ended.
  public static String ended(String id, String command, String outcome, long milliseconds) {
    return Json.object(
        writer -> {
          Json.text(writer, "operation", id);
          Json.text(writer, "command", command);
          Json.text(writer, "outcome", outcome);
          Json.number(writer, "milliseconds", milliseconds);
        });
  }

  /// Another release is live.
  ///
  /// @param before the one that was
  public static String released(String id, String release, Optional<String> before) {
    return Json.object(
        writer -> {
          Json.text(writer, "operation", id);
          Json.text(writer, "release", release);
          Json.text(writer, "before", before.orElse(null));
        });
  }

  /// The settings were read again.
  public static String reloaded(ReloadResult result) {
    return Json.object(
        writer -> {
          switch (result) {
            case ReloadResult.Reloaded reloaded -> {
              Json.text(writer, "result", "ok");
              Json.texts(writer, "restart", reloaded.needRestart());
            }
            case ReloadResult.Refused refused -> {
              Json.text(writer, "result", "error");
              Json.diagnostics(writer, refused.diagnostics().stream().limit(MOST_TOLD).toList());
            }
          }
        });
  }

  /// Something is due.
  public static String due(List<Schedule.Item> items) {
    return Json.object(
        writer -> {
          writer.name("items");
          writer.beginArray();
          items.forEach(item -> StatusJson.item(writer, item));
          writer.endArray();
        });
  }

  /// One field.
  public static String field(String name, String value) {
    return Json.object(writer -> Json.text(writer, name, value));
  }

  /// Whether the daemon does what it is told.
  ///
  /// @param detail why not, or what somebody should know
  public static String ready(boolean ready, String config, String detail) {
    return Json.object(
        writer -> {
          Json.text(writer, "status", ready ? "ready" : "not-ready");
          Json.text(writer, "config", config);
          Json.text(writer, "detail", detail);
        });
  }
}
