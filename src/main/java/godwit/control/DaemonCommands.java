package godwit.control;

import java.io.IOException;

/// What one caller can have done with a daemon itself.
public interface DaemonCommands {
  /// Reads `godwit.toml` again. One that is wrong changes nothing.
  ReloadResult reload() throws IOException;

  /// Has the daemon stop as if told by `SIGTERM`, and returns before it does: a swap that has begun
  /// is finished, a rendering cancelled, and everybody answered.
  void shutDown();
}
