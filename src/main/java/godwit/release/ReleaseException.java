package godwit.release;

import godwit.libc.Errno;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The target could not be published to. What was live is live still, as it was, unless the message
/// says otherwise.
///
/// The message is a sentence without an end that names the path and the cause; the remedy says what
/// to do about it. Both are for the one who publishes, as they are.
public class ReleaseException extends IOException {
  private static final long serialVersionUID = 1;

  /// What kind of failure it is, for exit codes and answers to programs.
  public enum Kind {
    /// Another publisher is at work on the target.
    BUSY,
    /// The user that Godwit runs as may not.
    NOT_PERMITTED,
    /// Something that Godwit did not make is in the way.
    REFUSED,
    /// The file system, the disk or the system did not do it.
    FAILED
  }

  private final Kind kind;
  private final @Nullable String remedy;

  ReleaseException(Kind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedy = remedy;
  }

  static ReleaseException refused(String message, String remedy) {
    return new ReleaseException(Kind.REFUSED, message, remedy, null);
  }

  /// Says that a file of Godwit's own has a format of the future.
  static ReleaseException newer(String what) {
    return refused(
        what + " is of a kind that this Godwit does not know",
        "use the Godwit that made it, or a newer one");
  }

  /// Says what an operation met.
  ///
  /// @param action what could not be done, to be read between "cannot" and the path
  static ReleaseException of(String action, Path path, IOException cause) {
    if (cause instanceof ReleaseException told) {
      return told;
    }
    Errno errno = Errno.of(cause);
    Explanation explanation = errno == null ? null : Explanation.of(errno);
    return new ReleaseException(
        errno == Errno.EACCES || errno == Errno.EPERM ? Kind.NOT_PERMITTED : Kind.FAILED,
        "cannot %s %s: %s"
            .formatted(action, path, explanation == null ? reason(cause) : explanation.words()),
        explanation == null ? null : explanation.remedy(),
        cause);
  }

  private static String reason(IOException cause) {
    boolean hasPath = cause instanceof FileSystemException;
    String reason = hasPath ? ((FileSystemException) cause).getReason() : cause.getMessage();
    return reason == null ? cause.toString() : reason;
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
