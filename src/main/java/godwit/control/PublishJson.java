package godwit.control;

import godwit.diagnostic.Diagnostic;
import godwit.output.OutputPath;
import godwit.publish.AfterRun;
import godwit.publish.ChangesJson;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.SiteUrls;
import godwit.release.Changes;
import godwit.release.Finding;
import godwit.release.Release;
import io.avaje.json.JsonWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What is live, was live or would be, as JSON.
public final class PublishJson {
  private PublishJson() {}

  /// How a publish ended.
  ///
  /// @param duration how long it took
  public static void write(JsonWriter writer, PublishResult result, Duration duration) {
    switch (result) {
      case PublishResult.Refused refused -> {
        String reason = refused.reason() == PublishResult.Reason.SITE ? "site" : "gate";
        Json.failure(writer, reason, refused.diagnostics());
      }
      case PublishResult.Unchanged unchanged -> {
        writer.beginObject();
        Json.text(writer, "result", "unchanged");
        Json.text(writer, "release", unchanged.release().orElse(null));
        Json.number(writer, "milliseconds", duration.toMillis());
        SiteJson.counts(writer, unchanged.site());
        Json.diagnostics(writer, unchanged.diagnostics());
        writer.endObject();
      }
      case PublishResult.Previewed preview ->
          preview(
              writer,
              "dry-run",
              preview.changes(),
              SiteUrls.of(preview.site()),
              preview.diagnostics());
      case PublishResult.Live live -> {
        writer.beginObject();
        Json.text(writer, "result", "ok");
        Json.text(writer, "release", live.published().id());
        Json.text(writer, "live", live.published().live().toString());
        Json.text(writer, "backup", live.published().backup().map(Path::toString).orElse(null));
        Json.number(writer, "milliseconds", duration.toMillis());
        Json.number(writer, "publishingMilliseconds", live.publishing().toMillis());
        SiteJson.counts(writer, live.site());
        changes(writer, live.changes(), SiteUrls.of(live.site()));
        after(writer, live.after());
        Json.diagnostics(writer, live.diagnostics());
        writer.endObject();
      }
    }
  }

  /// What would change. @param result the word for it
  public static void preview(
      JsonWriter writer,
      String result,
      Changes changes,
      SiteUrls urls,
      List<Diagnostic> diagnostics) {
    writer.beginObject();
    Json.text(writer, "result", result);
    changes(writer, changes, urls);
    Json.diagnostics(writer, diagnostics);
    writer.endObject();
  }

  /// `path` and `url` of a file.
  public static void file(JsonWriter writer, OutputPath path, SiteUrls urls) {
    Json.text(writer, "path", path.value());
    Json.text(writer, "url", urls.url(path));
  }

  static void changes(JsonWriter writer, Changes changes, SiteUrls urls) {
    Json.text(writer, "before", changes.from().orElse(null));
    ChangesJson.write(writer, changes, urls);
  }

  static void after(JsonWriter writer, List<AfterRun> runs) {
    writer.name("after");
    writer.beginArray();
    for (AfterRun run : runs) {
      writer.beginObject();
      Json.texts(writer, "command", run.command());
      Json.text(writer, "failure", run.failure().orElse(null));
      Json.text(writer, "output", run.output());
      writer.endObject();
    }
    writer.endArray();
  }

  /// What a rollback has done.
  public static void rolledBack(JsonWriter writer, RollbackResult.Done done, SiteUrls urls) {
    writer.beginObject();
    Json.text(writer, "result", "ok");
    Json.text(writer, "release", done.rolledBack().live().id());
    Json.text(writer, "backup", done.rolledBack().backup().toString());
    changes(writer, done.rolledBack().changes(), urls);
    after(writer, done.after());
    Json.diagnostics(writer, done.diagnostics());
    writer.endObject();
  }

  /// A rollback to what is live.
  public static void liveAlready(JsonWriter writer, Release live) {
    writer.beginObject();
    Json.text(writer, "result", "unchanged");
    Json.text(writer, "release", live.id());
    writer.endObject();
  }

  /// What can be gone back to.
  public static void releases(JsonWriter writer, List<Release> releases) {
    writer.beginObject();
    Json.text(writer, "result", "ok");
    writer.name("releases");
    writer.beginArray();
    for (Release release : releases) {
      release(writer, release);
    }
    writer.endArray();
    writer.endObject();
  }

  /// A release as an object.
  public static void release(JsonWriter writer, Release release) {
    writer.beginObject();
    Json.text(writer, "id", release.id());
    Json.text(writer, "state", release.state().name().toLowerCase(Locale.ROOT));
    Json.text(writer, "site", release.site());
    Json.text(writer, "made", release.by().since().toString());
    Json.text(writer, "asOf", release.asOf().toString());
    Json.text(writer, "user", release.by().user());
    Json.number(writer, "pid", release.by().pid());
    Json.text(writer, "command", release.by().command());
    Json.number(writer, "pages", release.pages());
    Json.number(writer, "files", release.files());
    Json.number(writer, "bytes", release.bytes());
    writer.endObject();
  }

  /// What a check of the target has found, and how it can be repaired.
  public static void findings(JsonWriter writer, List<Finding> findings) {
    writer.beginObject();
    Json.text(writer, "result", findings.isEmpty() ? "ok" : "error");
    if (!findings.isEmpty()) {
      Json.text(writer, "reason", "target");
    }
    writer.name("findings");
    findingList(writer, findings);
    writer.endObject();
  }

  static void findingList(JsonWriter writer, List<Finding> findings) {
    writer.beginArray();
    for (Finding finding : findings) {
      writer.beginObject();
      Json.text(writer, "problem", finding.problem().name().toLowerCase(Locale.ROOT));
      Json.text(writer, "place", finding.place());
      Json.text(writer, "release", finding.release());
      Json.text(writer, "repair", Repair.of(finding));
      writer.endObject();
    }
    writer.endArray();
  }
}
