package godwit.control;

import godwit.build.BuildListener.Stage;
import godwit.diagnostic.Diagnostic;
import godwit.publish.Comparison;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.SiteUrls;
import godwit.publish.TargetCheck;
import godwit.release.Changes;
import godwit.release.Finding;
import io.avaje.json.JsonWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What a daemon does and has done, as JSON for programs: each result says whether it is one
/// (`result`) and which (`outcome`).
public final class OperationJson {
  private OperationJson() {}

  /// A publish that was live at its end.
  ///
  /// @param whole whether with the lists of what has changed and was found
  public static String published(PublishResult.Live live, Duration duration, boolean whole) {
    return ok(
        "published",
        writer -> {
          Json.text(writer, "release", live.published().id());
          Json.text(writer, "live", live.published().live().toString());
          Json.text(writer, "backup", live.published().backup().map(Path::toString).orElse(null));
          Json.number(writer, "milliseconds", duration.toMillis());
          Json.number(writer, "publishingMilliseconds", live.publishing().toMillis());
          SiteJson.counts(writer, live.site());
          PublishJson.after(writer, live.after());
          changes(writer, live.changes(), SiteUrls.of(live.site()), whole);
          diagnostics(writer, live.diagnostics(), whole);
        });
  }

  /// A publish that had nothing to do.
  public static String unchanged(PublishResult.Unchanged same, Duration duration, boolean whole) {
    return ok(
        "unchanged",
        writer -> {
          Json.text(writer, "release", same.release().orElse(null));
          Json.number(writer, "milliseconds", duration.toMillis());
          SiteJson.counts(writer, same.site());
          diagnostics(writer, same.diagnostics(), whole);
        });
  }

  /// A dry run.
  public static String previewed(PublishResult.Previewed preview, boolean whole) {
    return compared(preview.changes(), SiteUrls.of(preview.site()), preview.diagnostics(), whole);
  }

  /// A comparison: of one file, if one was asked for, and otherwise of all.
  public static String compared(Comparison.Compared compared, boolean whole) {
    SiteUrls urls = SiteUrls.of(compared.site());
    if (compared.file().isEmpty()) {
      return compared(compared.changes(), urls, compared.diagnostics(), whole);
    }
    Comparison.Versions versions = compared.file().get();
    return ok(
        "previewed",
        writer -> {
          PublishJson.file(writer, versions.path(), urls);
          if (whole) {
            Json.text(writer, "diff", TextDiff.of(versions));
          } else {
            shortened(writer);
          }
          diagnostics(writer, compared.diagnostics(), whole);
        });
  }

  /// A check of the target that has found nothing.
  public static String sound(TargetCheck check) {
    return ok(
        "done",
        writer -> {
          writer.name("findings");
          PublishJson.findingList(writer, check.findings());
        });
  }

  /// What a check of the target has found, as an array.
  public static String findings(List<Finding> findings) {
    return Json.text(writer -> PublishJson.findingList(writer, findings));
  }

  private static String compared(
      Changes changes, SiteUrls urls, List<Diagnostic> diagnostics, boolean whole) {
    return ok(
        "previewed",
        writer -> {
          changes(writer, changes, urls, whole);
          diagnostics(writer, diagnostics, whole);
        });
  }

  /// A rollback that has put another release back.
  public static String rolledBack(RollbackResult.Done done, SiteUrls urls, boolean whole) {
    return ok(
        "rolled-back",
        writer -> {
          Json.text(writer, "release", done.rolledBack().live().id());
          Json.text(writer, "backup", done.rolledBack().backup().toString());
          PublishJson.after(writer, done.after());
          changes(writer, done.rolledBack().changes(), urls, whole);
          diagnostics(writer, done.diagnostics(), whole);
        });
  }

  /// A rollback to what is live.
  public static String liveAlready(RollbackResult.LiveAlready live) {
    return ok("unchanged", writer -> Json.text(writer, "release", live.release().id()));
  }

  /// What becomes due when.
  public static String schedule(ScheduleResult result) {
    return Json.text(writer -> StatusJson.schedule(writer, result));
  }

  /// Settings that were read again.
  public static String reloaded(ReloadResult.Reloaded reloaded) {
    return ok("done", writer -> Json.texts(writer, "restart", reloaded.needRestart()));
  }

  /// What else has been done.
  public static String done() {
    return ok("done", _ -> {});
  }

  /// Diagnostics as an array.
  public static String diagnostics(List<Diagnostic> diagnostics) {
    return Json.text(writer -> Json.diagnosticList(writer, diagnostics));
  }

  private static String ok(String outcome, Consumer<JsonWriter> fields) {
    return Json.object(
        writer -> {
          Json.text(writer, "result", "ok");
          Json.text(writer, "outcome", outcome);
          fields.accept(writer);
        });
  }

  private static void changes(JsonWriter writer, Changes changes, SiteUrls urls, boolean whole) {
    if (whole) {
      PublishJson.changes(writer, changes, urls);
    } else {
      Json.text(writer, "before", changes.from().orElse(null));
      shortened(writer);
    }
  }

  private static void diagnostics(JsonWriter writer, List<Diagnostic> found, boolean whole) {
    if (whole) {
      Json.diagnostics(writer, found);
    }
  }

  private static void shortened(JsonWriter writer) {
    writer.name("shortened");
    writer.value(true);
  }

  /// An operation as an object.
  public static String operation(OperationView operation) {
    return Json.text(writer -> operation(writer, operation, true));
  }

  /// Operations, without what has become of them.
  public static String operations(List<OperationView> operations) {
    return Json.object(
        writer -> {
          writer.name("operations");
          writer.beginArray();
          operations.forEach(operation -> operation(writer, operation, false));
          writer.endArray();
        });
  }

  private static void operation(JsonWriter writer, OperationView view, boolean whole) {
    writer.beginObject();
    Json.text(writer, "id", view.id());
    Json.text(writer, "command", view.command());
    Json.text(writer, "state", view.state());
    Json.text(writer, "user", view.user());
    Json.number(writer, "callers", view.callers());
    Json.text(writer, "asked", view.asked().toString());
    Json.text(writer, "begun", view.begun().map(Instant::toString).orElse(null));
    writer.name("progress");
    if (view.progress().isPresent()) {
      OperationView.Progress progress = view.progress().get();
      progress(writer, progress.stage(), progress.done(), progress.total());
    } else {
      writer.nullValue();
    }
    Json.text(writer, "ended", view.ending().map(e -> e.at().toString()).orElse(null));
    Json.text(writer, "outcome", view.ending().map(OperationView.Ending::outcome).orElse(null));
    if (whole) {
      writer.name("result");
      if (view.ending().isPresent()) {
        writer.rawValue(view.ending().get().json());
      } else {
        writer.nullValue();
      }
    }
    writer.endObject();
  }

  /// A line that says how far an operation is.
  public static String progress(Stage stage, int done, int total) {
    return Json.object(
        writer -> {
          writer.name("progress");
          progress(writer, stage, done, total);
        });
  }

  private static void progress(JsonWriter writer, Stage stage, int done, int total) {
    writer.beginObject();
    Json.text(writer, "stage", stage.name().toLowerCase(Locale.ROOT));
    Json.number(writer, "done", done);
    Json.number(writer, "total", total);
    writer.endObject();
  }

  /// A line that says which operation it is.
  public static String which(String id) {
    return Json.object(writer -> Json.text(writer, "operation", id));
  }
}
