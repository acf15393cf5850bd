package godwit.control;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A daemon could not be asked, or did not do what it was asked.
///
/// The message is a sentence without an end, the remedy says what to do; both are for the one who
/// asks.
public final class DaemonException extends IOException {
  private static final long serialVersionUID = 1;

  /// What kind of failure it is, for exit codes.
  public enum Kind {
    /// Nobody listens at the socket.
    NOBODY,
    /// The one who listens does not speak as a Godwit daemon does.
    STRANGER,
    /// The file permissions, or the daemon, do not let the user in.
    NOT_PERMITTED,
    /// The daemon has no time for it.
    BUSY,
    /// Nothing was heard for too long.
    SILENT,
    /// The connection ended before the answer did.
    BROKEN_OFF,
    /// The daemon does not know what it was asked.
    WRONG,
    /// The daemon has failed.
    FAILED
  }

  private final Kind kind;
  private final @Nullable String remedy;

  DaemonException(Kind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedy = remedy;
  }

  /// What kind of failure it is.
  public Kind kind() {
    return kind;
  }

  /// What to do about it; empty where there is nothing to say.
  public Optional<String> remedy() {
    return Optional.ofNullable(remedy);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
