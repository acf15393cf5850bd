package godwit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
}
