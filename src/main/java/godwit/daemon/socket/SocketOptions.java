package godwit.daemon.socket;

import java.nio.file.Path;
import java.util.Optional;

/// The control socket that is asked for.
///
/// @param path where it is to be
/// @param mode who may connect, as for chmod(1): to connect is to write
/// @param group the group that it is to belong to, by name or number; empty for that of the process
///   or of the directory
public record SocketOptions(Path path, int mode, Optional<String> group) {
  /// The owner and the group may connect.
  public static final int DEFAULT_MODE = 0660;

  public SocketOptions {
    if ((mode & ~0777) != 0) {
      throw new IllegalArgumentException(
          "not the mode of a socket: " + Integer.toOctalString(mode));
    }
  }
}
