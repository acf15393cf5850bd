package godwit.control;

import java.io.IOException;

/// A command was called off, or took longer than it may. What was live is live still.
public final class CancelledException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param message who or what called it off, in a sentence without an end
  public CancelledException(String message) {
    super(message);
  }
}
