package godwit.daemon.http;

import io.avaje.json.JsonWriter;
import io.avaje.json.stream.JsonStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A refusal for programs and people: RFC 9457, `application/problem+json`.
///
/// @param status the HTTP status
/// @param code what kind of problem it is, such as `body-too-large`; its type is
///   `urn:godwit:problem:CODE`
/// @param title the kind in words, the same each time
/// @param detail what happened this time and what to do about it
/// @param more further members: texts, numbers, lists of texts, [Json], in this order
public record Problem(
    int status, String code, String title, String detail, Map<String, Object> more) {
  /// The media type of problem documents.
  public static final String MEDIA_TYPE = "application/problem+json";

  /// A member that is JSON already. @param text a value
  public record Json(String text) {}

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not the status of a problem: " + status);
    }
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  /// A problem without further members.
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of());
  }

  /// The same with one more member.
  ///
  /// @param value a text, a whole number, a list of texts, or [Json]
  public Problem with(String name, Object value) {
    Map<String, Object> members = new LinkedHashMap<>(more);
    members.put(name, value);
    return new Problem(status, code, title, detail, members);
  }

  /// The same with a limit that was met.
  ///
  /// @param unit such as `bytes`
  Problem withLimit(long limit, String unit) {
    return with("limit", limit).with("unit", unit);
  }

  /// The document in one line.
  public String json() {
    return new String(toJson(), StandardCharsets.UTF_8).strip();
  }

  /// The document, and a line end for terminals.
  byte[] toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter writer =
        JsonStream.builder().serializeNulls(true).serializeEmpty(true).build().writer(bytes)) {
      writer.beginObject();
      text(writer, "type", "urn:godwit:problem:" + code);
      text(writer, "title", title);
      writer.name("status");
      writer.value(status);
      text(writer, "detail", detail);
      more.forEach((name, value) -> member(writer, name, value));
      writer.endObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void member(JsonWriter writer, String name, Object value) {
    writer.name(name);
    switch (value) {
      case Json json -> writer.rawValue(json.text());
      case Number number -> writer.value(number.longValue());
      case List<?> list -> {
        writer.beginArray();
        list.forEach(item -> writer.value(item.toString()));
        writer.endArray();
      }
      default -> writer.value(value.toString());
    }
  }

  private static void text(JsonWriter writer, String name, String value) {
    writer.name(name);
    writer.value(value);
  }
}
