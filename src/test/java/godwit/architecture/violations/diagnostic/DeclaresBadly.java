package godwit.architecture.violations.diagnostic;

import java.util.HashMap;
import java.util.Map;

/// Keeps what changes in static fields, and throws who knows what.
class DeclaresBadly {
  static int count;
  static final int[] NUMBERS = {1, 2, 3};
  static final Map<String, String> MAP = new HashMap<>();

  void fail() throws Exception {
    throw new Exception("of " + count + NUMBERS[0] + MAP);
  }
}
