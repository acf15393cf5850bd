package godwit.publish;

import godwit.release.Change;
import godwit.release.Changes;
import io.avaje.json.JsonWriter;
import java.util.Locale;

/// What a publish changes, as JSON.
public final class ChangesJson {
  private ChangesJson() {}

  /// Writes the fields `added`, `changed` and `removed` into an object that has been begun: lists
  /// of files by path.
  public static void write(JsonWriter writer, Changes changes, SiteUrls urls) {
    for (Change.Type type : Change.Type.values()) {
      writer.name(type.name().toLowerCase(Locale.ROOT));
      writer.beginArray();
      for (Change change : changes.list()) {
        if (change.type() == type) {
          write(writer, change, urls);
        }
      }
      writer.endArray();
    }
  }

  private static void write(JsonWriter writer, Change change, SiteUrls urls) {
    writer.beginObject();
    writer.name("path");
    writer.value(change.file().path().value());
    writer.name("url");
    writer.value(urls.url(change.file().path()));
    writer.name("kind");
    writer.value(change.file().kind().name().toLowerCase(Locale.ROOT));
    writer.name("source");
    writer.value(change.file().source());
    writer.name("size");
    writer.value(change.size());
    writer.name("contentChanged");
    writer.value(change.content());
    writer.endObject();
  }
}
