package godwit.daemon.socket;

import java.io.IOException;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The control socket cannot be had. The message is a sentence without an end that names the path
/// and the cause; the remedy says what to do about it. Both are for who starts the daemon.
public final class ControlSocketException extends IOException {
  private static final long serialVersionUID = 1;

  /// What kind of failure it is, for exit codes.
  public enum Kind {
    /// Another daemon has the socket.
    BUSY,
    /// The user that Godwit runs as may not.
    NOT_PERMITTED,
    /// What was asked for cannot be: the path is too long, the group unknown, something is in the
    /// way.
    CONFIG,
    /// The system did not do it.
    FAILED
  }

  private final Kind kind;
  private final String remedy;
  private final long holder;

  ControlSocketException(Kind kind, String message, String remedy) {
    this(kind, message, remedy, -1, null);
  }

  ControlSocketException(Kind kind, String message, String remedy, @Nullable Throwable cause) {
    this(kind, message, remedy, -1, cause);
  }

  private ControlSocketException(
      Kind kind, String message, String remedy, long holder, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedy = remedy;
    this.holder = holder;
  }

  /// @param pid of the daemon that has the socket
  static ControlSocketException busy(String message, String remedy, long pid) {
    return new ControlSocketException(Kind.BUSY, message, remedy, pid, null);
  }

  /// What kind of failure it is.
  public Kind kind() {
    return kind;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }

  /// The process that has the socket; empty if it could not be told or none has.
  public OptionalLong holder() {
    return holder < 0 ? OptionalLong.empty() : OptionalLong.of(holder);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
