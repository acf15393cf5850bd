package godwit.testing;

import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Files among the tests' resources.
public final class Resource {
  private Resource() {}

  /// The lines of a file.
  ///
  /// @param name with `/` between its parts
  public static List<String> lines(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Resource.class.getResourceAsStream("/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// The rows of a table, each an object of JSON in a line of its own.
  ///
  /// @param name as of [#lines]
  public static List<Map<String, Object>> rows(String name) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    return lines(name).stream().map(json::fromJsonObject).toList();
  }
}
