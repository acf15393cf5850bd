package org.eclipse.jetty.util.ajax;

import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// What the W3C's HTML checker reads its languages with. It wants the class of a Jetty that is
/// years old and would get into the way of the daemon's.
@NullMarked
public final class JSON {
  private JSON() {}

  /// Objects as HashMap, arrays as Object[], numbers as Long.
  public static Object parse(String text) {
    try (JsonReader reader = JsonStream.builder().build().reader(text)) {
      return value(reader);
    }
  }

  private static Object value(JsonReader reader) {
    return switch (reader.currentToken()) {
      case BEGIN_OBJECT -> {
        HashMap<String, Object> object = new HashMap<>();
        reader.beginObject();
        while (reader.hasNextField()) {
          object.put(reader.nextField(), value(reader));
        }
        reader.endObject();
        yield object;
      }
      case BEGIN_ARRAY -> {
        List<Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNextElement()) {
          array.add(value(reader));
        }
        reader.endArray();
        yield array.toArray();
      }
      case NUMBER -> reader.readLong();
      default -> reader.readString();
    };
  }
}
