package godwit.control;

import godwit.diagnostic.Diagnostic;
import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What programs read: one line of JSON, which `jq .` breaks for people.
public final class Json {
  private Json() {}

  /// Prints a line.
  public static void print(PrintStream out, Consumer<JsonWriter> content) {
    out.println(text(content));
  }

  /// The text of a value, without an end of line.
  public static String text(Consumer<JsonWriter> content) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        JsonStream.builder().serializeNulls(true).serializeEmpty(true).build().writer(text)) {
      content.accept(writer);
    }
    return text.toString();
  }

  /// The text of an object, without an end of line.
  static String object(Consumer<JsonWriter> fields) {
    return text(
        writer -> {
          writer.beginObject();
          fields.accept(writer);
          writer.endObject();
        });
  }

  /// A field that may be null.
  public static void text(JsonWriter writer, String name, @Nullable String value) {
    writer.name(name);
    if (value == null) {
      writer.nullValue();
    } else {
      writer.value(value);
    }
  }

  /// A field with a number.
  public static void number(JsonWriter writer, String name, long value) {
    writer.name(name);
    writer.value(value);
  }

  /// A field that is true or false.
  public static void flag(JsonWriter writer, String name, boolean value) {
    writer.name(name);
    writer.value(value);
  }

  /// A field with a list.
  public static void texts(JsonWriter writer, String name, List<String> values) {
    writer.name(name);
    writer.beginArray();
    values.forEach(writer::value);
    writer.endArray();
  }

  /// A result without success: `{"result":"error","reason":…,"diagnostics":[…]}`.
  public static void failure(JsonWriter writer, String reason, List<Diagnostic> diagnostics) {
    writer.beginObject();
    text(writer, "result", "error");
    text(writer, "reason", reason);
    diagnostics(writer, diagnostics);
    writer.endObject();
  }

  /// The field `diagnostics`.
  public static void diagnostics(JsonWriter writer, List<Diagnostic> diagnostics) {
    writer.name("diagnostics");
    diagnosticList(writer, diagnostics);
  }

  /// Diagnostics as an array.
  static void diagnosticList(JsonWriter writer, List<Diagnostic> diagnostics) {
    writer.beginArray();
    for (Diagnostic diagnostic : diagnostics) {
      writer.beginObject();
      text(writer, "severity", diagnostic.severity().label());
      text(writer, "code", diagnostic.code());
      text(writer, "file", diagnostic.position().file());
      number(writer, "line", diagnostic.position().line());
      number(writer, "column", diagnostic.position().column());
      text(writer, "message", diagnostic.message());
      text(writer, "hint", diagnostic.hint());
      writer.endObject();
    }
    writer.endArray();
  }

  /// A time as ISO 8601 with its offset, or null.
  public static @Nullable String iso(@Nullable ZonedDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
