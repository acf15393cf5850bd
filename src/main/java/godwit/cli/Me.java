package godwit.cli;

import godwit.release.Holder;
import java.time.Instant;

/// Who runs this command.
final class Me {
  private Me() {}

  /// @param command what is run, such as `godwit publish`
  static Holder as(String command) {
    return new Holder(
        ProcessHandle.current().pid(),
        System.getProperty("user.name", "?"),
        Instant.now(),
        command);
  }
}
