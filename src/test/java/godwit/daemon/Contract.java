package godwit.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONArray;
import org.json.JSONObject;

/// The description of the API, held against what is answered: as much of JSON Schema as it uses.
final class Contract {
  private final JSONObject document;

  Contract() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DaemonRoutes.class.getResourceAsStream("openapi.json"))) {
      document = new JSONObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// Such as `GET /v1/status`.
  Set<String> calls() {
    Set<String> calls = new TreeSet<>();
    JSONObject paths = document.getJSONObject("paths");
    for (String path : paths.keySet()) {
      for (String method : paths.getJSONObject(path).keySet()) {
        calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
      }
    }
    return calls;
  }

  /// Throws an [AssertionError] if an answer is not as described.
  ///
  /// @param call such as `GET /v1/operations/{id}`
  /// @param type the media type, without parameters
  /// @param body JSON, or a line of it
  void check(String call, int status, String type, String body) {
    String[] words = call.split(" ", 2);
    JSONObject operation =
        document
            .getJSONObject("paths")
            .getJSONObject(words[1])
            .getJSONObject(words[0].toLowerCase(java.util.Locale.ROOT));
    JSONObject responses = operation.getJSONObject("responses");
    String key = String.valueOf(status);
    if (!responses.has(key) && status < 400) {
      throw new AssertionError(call + " has no answer " + status);
    }
    JSONObject content =
        responses.getJSONObject(responses.has(key) ? key : "default").getJSONObject("content");
    if (!content.has(type)) {
      throw new AssertionError(call + " " + status + " has no " + type);
    }
    if (type.equals("text/plain")) {
      return;
    }
    List<String> wrong =
        wrong(new JSONObject(body), content.getJSONObject(type).getJSONObject("schema"), "");
    if (!wrong.isEmpty()) {
      throw new AssertionError(call + " " + status + ": " + wrong + " in " + body);
    }
  }

  /// Throws an [AssertionError] if a value is not of a schema.
  void checkSchema(String name, String body) {
    JSONObject schema =
        document.getJSONObject("components").getJSONObject("schemas").getJSONObject(name);
    List<String> wrong = wrong(new JSONObject(body), schema, "");
    if (!wrong.isEmpty()) {
      throw new AssertionError(name + ": " + wrong + " in " + body);
    }
  }

  private List<String> wrong(Object value, JSONObject schema, String at) {
    if (schema.has("$ref")) {
      return wrong(value, (JSONObject) document.query(schema.getString("$ref").substring(1)), at);
    }
    List<String> wrong = new ArrayList<>();
    if (schema.has("oneOf")) {
      int fitting = 0;
      for (Object one : schema.getJSONArray("oneOf")) {
        List<String> found = wrong(value, (JSONObject) one, at);
        fitting += found.isEmpty() ? 1 : 0;
        wrong.addAll(found);
      }
      return fitting == 1 ? List.of() : fitting == 0 ? wrong : List.of(at + " fits " + fitting);
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      wrong.add(at + " is not " + schema.get("const"));
    }
    if (schema.has("enum") && !schema.getJSONArray("enum").toList().contains(plain(value))) {
      wrong.add(at + " is none of " + schema.getJSONArray("enum"));
    }
    if (schema.has("type") && !types(schema.get("type")).contains(type(value))) {
      wrong.add(at + " is no " + schema.get("type") + " but " + type(value));
    } else if (value instanceof JSONArray array && schema.has("items")) {
      for (Object item : array) {
        wrong.addAll(wrong(item, schema.getJSONObject("items"), at + "[]"));
      }
    } else if (value instanceof JSONObject object && schema.has("properties")) {
      wrong.addAll(members(object, schema, at));
    }
    return wrong;
  }

  private List<String> members(JSONObject object, JSONObject schema, String at) {
    List<String> wrong = new ArrayList<>();
    JSONObject properties = schema.getJSONObject("properties");
    for (Object required : schema.getJSONArray("required")) {
      if (!object.has((String) required)) {
        wrong.add(at + " lacks " + required);
      }
    }
    for (String name : object.keySet()) {
      if (properties.has(name)) {
        wrong.addAll(wrong(object.get(name), properties.getJSONObject(name), at + "." + name));
      } else {
        wrong.add(at + " has " + name);
      }
    }
    return wrong;
  }

  private static Object plain(Object value) {
    return JSONObject.NULL.equals(value) ? null : value;
  }

  private static List<Object> types(Object type) {
    return type instanceof JSONArray array ? array.toList() : List.of(type);
  }

  private static String type(Object value) {
    return switch (value) {
      case JSONObject _ -> "object";
      case JSONArray _ -> "array";
      case String _ -> "string";
      case Boolean _ -> "boolean";
      case Integer _, Long _ -> "integer";
      case Number _ -> "number";
      default -> "null";
    };
  }
}
