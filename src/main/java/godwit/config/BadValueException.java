package godwit.config;

import org.jspecify.annotations.Nullable;

/// A value that means nothing where it stands. Becomes a diagnostic at the value's position.
final class BadValueException extends Exception {
  private static final long serialVersionUID = 1;

  private final @Nullable String hint;

  /// @param message what is wrong, to follow the key and a colon
  /// @param hint what to do about it, or null
  BadValueException(String message, @Nullable String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  @Nullable String hint() {
    return hint;
  }

  /// The message: never null here.
  String message() {
    return String.valueOf(getMessage());
  }
}
