package godwit.publish;

import java.util.List;
import java.util.Optional;

/// What became of a command that was run after a publish.
///
/// @param failure what went wrong, such as `exit code 3`; empty if nothing did
/// @param output the end of what it printed
public record AfterRun(List<String> command, Optional<String> failure, String output) {
  public AfterRun {
    command = List.copyOf(command);
  }
}
