package godwit.daemon.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with parameters. Segments are compared one by one, percent-decoded; `.`, `..` and empty
/// segments fit nothing.
///
/// @param text as it was written, such as `/v1/operations/{id}`
/// @param segments its parts
public record PathPattern(String text, List<String> segments) {
  public PathPattern {
    segments = List.copyOf(segments);
  }

  /// @param text begins with `/` and does not end with one
  public static PathPattern of(String text) {
    if (!text.matches("(/(\\{[a-zA-Z]+\\}|[^/{}%]+))+")) {
      throw new IllegalArgumentException("not a path: " + text);
    }
    return new PathPattern(text, List.of(text.substring(1).split("/", -1)));
  }

  /// The decoded segments of the path of a request; empty if it can fit no pattern.
  static Optional<List<String>> split(String path) {
    List<String> segments = new ArrayList<>();
    for (String part : path.substring(1).split("/", -1)) {
      Optional<String> segment = PercentEncoding.decode(part);
      if (segment.isEmpty() || segment.get().isEmpty() || segment.get().matches("\\.\\.?")) {
        return Optional.empty();
      }
      segments.add(segment.get());
    }
    return Optional.of(segments);
  }

  /// @return the parameters by name; empty if it does not fit
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
