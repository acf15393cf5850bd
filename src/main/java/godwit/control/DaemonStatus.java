package godwit.control;

import godwit.publish.Schedule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a daemon is at.
///
/// @param socket where it listens
/// @param running what it does now
/// @param waiting how many callers wait for the publish after that
/// @param last how the last publish ended since it was started
/// @param next what becomes due next
/// @param warnings what somebody should look at, a sentence each
public record DaemonStatus(
    long pid,
    Instant since,
    Path socket,
    Optional<Running> running,
    int waiting,
    Optional<Ended> last,
    Optional<Schedule.Item> next,
    List<String> warnings) {
  public DaemonStatus {
    warnings = List.copyOf(warnings);
  }

  /// What is going on.
  ///
  /// @param command such as `publish`
  /// @param user who asked for it, such as `ann`; `godwit` for what was due
  public record Running(String command, String user, Instant since) {}

  /// What was going on.
  ///
  /// @param at when it ended
  /// @param release the one that was live then
  public record Ended(
      String command, String user, Instant at, Outcome outcome, Optional<String> release) {}

  /// How a publish can end.
  public enum Outcome {
    /// What is live has changed.
    PUBLISHED,
    /// There was nothing to publish.
    UNCHANGED,
    /// The site has errors, or a rule of the gate is broken.
    REFUSED,
    /// Somebody has called it off.
    CANCELLED,
    /// The environment did not do it.
    FAILED;

    /// As it is told: `published`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
