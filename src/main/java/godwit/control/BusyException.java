package godwit.control;

import java.io.IOException;

/// A command cannot be taken now. Nothing was done.
public final class BusyException extends IOException {
  private static final long serialVersionUID = 1;

  private final String remedy;

  /// @param message in a sentence without an end
  /// @param remedy what to do about it
  public BusyException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }
}
