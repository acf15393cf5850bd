package godwit.control;

import java.io.IOException;
import java.util.Optional;

/// What one caller can have done with a daemon itself.
public interface DaemonCommands {
  /// Reads `godwit.toml` again. One that is wrong changes nothing.
  ReloadResult reload() throws IOException;

  /// Reads `godwit.toml` again if it was changed since it was read: what builds the site is to go
  /// by what stands there, as without a daemon.
  ///
  /// @return what came of it; empty if there was nothing to read. One that is wrong is told each
  ///   time until it is right
  Optional<ReloadResult> follow() throws IOException;

  /// Has the daemon stop as if told by `SIGTERM`, and returns before it does: a swap that has begun
  /// is finished, a rendering cancelled, and everybody answered.
  void shutDown();
}
