package godwit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of every command that talks to a daemon.
class SocketOption {
  @Option(
      names = "--socket",
      paramLabel = "PATH",
      description = "Ask the daemon that listens there, and nobody else.")
  private @Nullable Path socket;

  /// Where the daemon must listen; empty if nobody said so.
  Optional<Path> socket() {
    return Optional.ofNullable(socket);
  }

  /// Whether no daemon is to be asked.
  boolean isLocal() {
    return false;
  }
}
