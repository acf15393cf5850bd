package godwit.publish;

import java.io.IOException;

/// Is asked when a release is ready, right before it takes the place of the live one.
@FunctionalInterface
public interface GoAhead {
  /// Returns if it may; what was asked for cannot be called off any more then.
  ///
  /// @throws IOException if it may not, which is passed on: what was live is live still
  void ask() throws IOException;

  /// Nobody minds.
  static GoAhead always() {
    return () -> {};
  }
}
