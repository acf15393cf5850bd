package godwit.control;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of a command as a JSON array of strings: what is sent to a daemon.
public final class ArgumentsJson {
  private ArgumentsJson() {}

  /// The array.
  public static String write(List<String> arguments) {
    return Json.text(
        writer -> {
          writer.beginArray();
          arguments.forEach(writer::value);
          writer.endArray();
        });
  }

  /// The arguments of an array.
  ///
  /// @throws IllegalArgumentException if it is no array of strings; the message says so in a
  ///   sentence without an end
  public static List<String> read(String json) {
    List<String> arguments = new ArrayList<>();
    try (JsonReader reader = JsonStream.builder().build().reader(json)) {
      JsonSyntax.check(json);
      reader.beginArray();
      while (reader.hasNextElement()) {
        arguments.add(argument(reader.readString()));
      }
      reader.endArray();
    } catch (JsonException e) {
      throw wrong(e);
    }
    return arguments;
  }

  private static String argument(String value) {
    if (value.indexOf('\0') >= 0) {
      throw wrong(null);
    }
    return value;
  }

  private static IllegalArgumentException wrong(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "the arguments are not a JSON array of strings, such as [\"--force\"]", cause);
  }
}
