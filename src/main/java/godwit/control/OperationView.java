package godwit.control;

import godwit.build.BuildListener.Stage;
import java.time.Instant;
import java.util.Optional;

/// Something that a daemon does, has done or is to do, as programs see it.
///
/// @param id which no other operation has, of this daemon or one before
/// @param command such as `publish`
/// @param state `waiting`, `running`, `committed` or `ended`
/// @param user who asked first
/// @param callers how many have asked
/// @param progress of the stage that it is in; empty if it has not begun or has ended
/// @param ending how it has ended
public record OperationView(
    String id,
    String command,
    String state,
    String user,
    int callers,
    Instant asked,
    Optional<Instant> begun,
    Optional<Progress> progress,
    Optional<Ending> ending) {
  /// How far a stage is.
  public record Progress(Stage stage, int done, int total) {}

  /// How an operation has ended.
  ///
  /// @param outcome such as `published`
  /// @param status that of the HTTP answer
  /// @param exit what the same command tells the shell
  /// @param json the body of that answer
  public record Ending(Instant at, String outcome, int status, int exit, String json) {}
}
