package godwit.control;

import godwit.publish.GateRule;
import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What programs ask a daemon for, as JSON. Read strictly: a field that nobody knows is a mistake
/// of the one who sent it, and better told than passed over.
public final class RequestJson {
  private RequestJson() {}

  /// `{"force":false,"dryRun":false,"allow":["removed-page"]}`, each of which may be left out, as
  /// may the whole.
  ///
  /// @throws IllegalArgumentException if it is anything else; the message says what, in a sentence
  ///   without an end
  public static PublishOrder publish(String json) {
    Set<GateRule> allowed = EnumSet.noneOf(GateRule.class);
    boolean[] flags = new boolean[2];
    read(
        json,
        (name, reader) -> {
          switch (name) {
            case "force" -> flags[0] = flag(name, reader);
            case "dryRun" -> flags[1] = flag(name, reader);
            case "allow" -> rules(reader, allowed);
            default -> throw new JsonException(unknown(name, "force, dryRun, allow"));
          }
        });
    return new PublishOrder(
        BuildChoices.usual(), flags[0] ? EnumSet.allOf(GateRule.class) : allowed, flags[1]);
  }

  /// `{"to":"20261123T0747"}`: the release to go back to, or how its id begins.
  ///
  /// @return empty if nothing is said
  /// @throws IllegalArgumentException as [#publish]
  public static Optional<String> rollback(String json) {
    String[] to = {""};
    read(
        json,
        (name, reader) -> {
          if (!name.equals("to")) {
            throw new JsonException(unknown(name, "to"));
          }
          to[0] = string(name, reader);
          if (to[0].isEmpty()) {
            throw new JsonException("'to' is empty; leave it out for the release before");
          }
        });
    return to[0].isEmpty() ? Optional.empty() : Optional.of(to[0]);
  }

  /// `{}` or nothing, where there is nothing to say.
  ///
  /// @throws IllegalArgumentException as [#publish]
  public static void nothing(String json) {
    read(
        json,
        (name, _) -> {
          throw new JsonException("there is nothing to be said here, and '" + name + "' is");
        });
  }

  private interface Field {
    void read(String name, JsonReader reader);
  }

  private static void read(String json, Field field) {
    if (json.isBlank()) {
      return;
    }
    try (JsonReader reader = JsonStream.builder().build().reader(json)) {
      JsonSyntax.check(json);
      Set<String> names = new HashSet<>();
      if (json.strip().charAt(0) != '{') {
        throw new JsonException("it is no object");
      }
      reader.beginObject();
      while (reader.hasNextField()) {
        String name = reader.nextField();
        if (!names.add(name)) {
          throw new JsonException("it has '" + name + "' twice");
        }
        field.read(name, reader);
      }
      reader.endObject();
    } catch (JsonException e) {
      throw new IllegalArgumentException("the body cannot be understood: " + e.getMessage(), e);
    }
  }

  private static void rules(JsonReader reader, Set<GateRule> allowed) {
    String takes = "'allow' takes a list of " + String.join(", ", GateRule.codes());
    try {
      reader.beginArray();
      while (reader.hasNextElement()) {
        String code = reader.readString();
        allowed.add(
            GateRule.of(code)
                .orElseThrow(
                    () -> new JsonException("'%s' is no rule: %s".formatted(code, takes))));
      }
      reader.endArray();
    } catch (io.avaje.json.JsonDataException e) {
      throw new JsonException(takes);
    }
  }

  private static boolean flag(String name, JsonReader reader) {
    try {
      if (!reader.isNullValue()) {
        return reader.readBoolean();
      }
    } catch (io.avaje.json.JsonDataException e) {
      // Told below.
    }
    throw new JsonException("'" + name + "' is to be true or false");
  }

  private static String string(String name, JsonReader reader) {
    try {
      return reader.readString();
    } catch (io.avaje.json.JsonDataException e) {
      throw new JsonException("'" + name + "' is to be a string");
    }
  }

  private static String unknown(String name, String known) {
    return "there is no field '%s', only %s".formatted(name, known);
  }
}
