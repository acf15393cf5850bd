package godwit.publish;

import godwit.config.SiteConfig;
import godwit.release.Changes;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// What the commands that run after a publish are told.
///
/// @param event `publish` or `rollback`
/// @param release the id of the release that is live now
/// @param asOf the instant by which its content was judged
/// @param live the served directory
record AfterEvent(
    String event,
    SiteConfig config,
    String release,
    Instant asOf,
    Path live,
    Changes changes,
    SiteUrls urls) {

  void write(OutputStream out) throws IOException {
    try (JsonWriter writer =
        JsonStream.builder().serializeNulls(true).serializeEmpty(true).build().writer(out)) {
      writer.beginObject();
      writer.name("event");
      writer.value(event);
      writer.name("release");
      writer.value(release);
      writer.name("before");
      if (changes.from().isEmpty()) {
        writer.nullValue();
      } else {
        writer.value(changes.from().get());
      }
      writer.name("site");
      writer.value(config.site().url());
      writer.name("live");
      writer.value(live.toString());
      writer.name("asOf");
      writer.value(asOf.toString());
      ChangesJson.write(writer, changes, urls);
      writer.endObject();
    }
  }

  /// What is added to the environment.
  Map<String, String> environment() {
    return Map.of(
        "GODWIT_EVENT",
        event,
        "GODWIT_RELEASE",
        release,
        "GODWIT_LIVE",
        live.toString(),
        "GODWIT_SITE",
        config.directory().toString());
  }
}
