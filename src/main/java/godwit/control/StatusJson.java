package godwit.control;

import godwit.publish.Schedule;
import godwit.release.Release;
import io.avaje.json.JsonWriter;
import java.util.Optional;

/// How a site stands and what becomes due, as JSON.
public final class StatusJson {
  private StatusJson() {}

  /// How a site stands. The client of a daemon reads the field `site`.
  public static void status(JsonWriter writer, SiteStatus status) {
    writer.beginObject();
    Json.text(writer, "result", "ok");
    Json.text(writer, "site", status.site().toString());
    Json.text(writer, "target", status.target().toString());
    Json.text(writer, "strategy", status.strategy().label());
    writer.name("live");
    Optional<Release> live = status.live();
    if (live.isPresent()) {
      PublishJson.release(writer, live.get());
    } else {
      writer.nullValue();
    }
    writer.name("daemon");
    Optional<DaemonStatus> daemon = status.daemon();
    if (daemon.isPresent()) {
      daemon(writer, daemon.get());
    } else {
      writer.nullValue();
    }
    writer.endObject();
  }

  private static void daemon(JsonWriter writer, DaemonStatus daemon) {
    writer.beginObject();
    Json.number(writer, "pid", daemon.pid());
    Json.text(writer, "since", daemon.since().toString());
    Json.text(writer, "socket", daemon.socket().toString());
    writer.name("running");
    if (daemon.running().isPresent()) {
      DaemonStatus.Running running = daemon.running().get();
      writer.beginObject();
      Json.text(writer, "command", running.command());
      Json.text(writer, "user", running.user());
      Json.text(writer, "since", running.since().toString());
      writer.endObject();
    } else {
      writer.nullValue();
    }
    Json.number(writer, "waiting", daemon.waiting());
    writer.name("last");
    if (daemon.last().isPresent()) {
      last(writer, daemon.last().get());
    } else {
      writer.nullValue();
    }
    writer.name("next");
    if (daemon.next().isPresent()) {
      item(writer, daemon.next().get());
    } else {
      writer.nullValue();
    }
    Json.texts(writer, "warnings", daemon.warnings());
    writer.endObject();
  }

  private static void last(JsonWriter writer, DaemonStatus.Ended last) {
    writer.beginObject();
    Json.text(writer, "command", last.command());
    Json.text(writer, "user", last.user());
    Json.text(writer, "at", last.at().toString());
    Json.text(writer, "outcome", last.outcome().label());
    Json.text(writer, "release", last.release().orElse(null));
    writer.endObject();
  }

  /// What becomes due when.
  public static void schedule(JsonWriter writer, ScheduleResult result) {
    writer.beginObject();
    Json.text(writer, "result", "ok");
    writer.name("schedule");
    writer.beginArray();
    for (Schedule.Item item : result.schedule().items()) {
      writer.beginObject();
      fields(writer, item);
      Json.flag(writer, "seen", !result.unseen().contains(item));
      writer.endObject();
    }
    writer.endArray();
    Json.diagnostics(writer, result.diagnostics());
    writer.endObject();
  }

  static void item(JsonWriter writer, Schedule.Item item) {
    writer.beginObject();
    fields(writer, item);
    writer.endObject();
  }

  private static void fields(JsonWriter writer, Schedule.Item item) {
    Json.text(writer, "event", item.event().label());
    Json.text(writer, "at", item.at().toInstant().toString());
    Json.text(writer, "zone", item.at().getZone().getId());
    Json.text(writer, "source", item.source());
  }

  /// What became of reading the settings again.
  public static void reload(JsonWriter writer, ReloadResult result) {
    switch (result) {
      case ReloadResult.Reloaded reloaded -> {
        writer.beginObject();
        Json.text(writer, "result", "ok");
        Json.texts(writer, "restart", reloaded.needRestart());
        writer.endObject();
      }
      case ReloadResult.Refused refused -> Json.failure(writer, "config", refused.diagnostics());
    }
  }

  /// `{"result":"ok"}`.
  public static void ok(JsonWriter writer) {
    writer.beginObject();
    Json.text(writer, "result", "ok");
    writer.endObject();
  }
}
