package godwit.daemon.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The query of a target: `a=1&b=2`.
final class Query {
  private Query() {}

  /// @param text without the question mark
  /// @throws ProblemException if it is not properly encoded, or has a name twice
  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (values.put(name, value) != null) {
        throw new ProblemException(Problems.malformed("the query has '" + name + "' twice"));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static String decode(String text) {
    return PercentEncoding.decode(text.replace('+', ' '))
        .orElseThrow(
            () -> new ProblemException(Problems.malformed("the query is not properly encoded")));
  }
}
