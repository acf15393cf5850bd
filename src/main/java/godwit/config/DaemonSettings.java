package godwit.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the daemon listens, and whom it lets in (`[daemon]`).
///
/// @param socket the path, absolute; empty where the environment says it
/// @param mode the permissions of the socket, such as octal 660
/// @param group the name of its group; empty for the daemon's own
public record DaemonSettings(Optional<Path> socket, int mode, Optional<String> group) {
  /// How long the path of a socket can be: the system has no room for more.
  public static final int MOST_BYTES = 107;

  private static final String NAME = "http.socket";

  /// Whether a socket can be at a path.
  ///
  /// @param socket absolute
  public static boolean fits(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  /// Where the daemon of a site listens: where the settings say, else in `$RUNTIME_DIRECTORY`,
  /// which systemd sets, else in `$XDG_RUNTIME_DIR/godwit`, else in `.godwit` in the site
  /// directory.
  ///
  /// @param environment of the process
  public Path socket(Path siteDirectory, Map<String, String> environment) {
    return socket
        .or(() -> directory("RUNTIME_DIRECTORY", environment).map(path -> path.resolve(NAME)))
        .or(
            () ->
                directory("XDG_RUNTIME_DIR", environment)
                    .map(path -> path.resolve("godwit").resolve(NAME)))
        .orElseGet(() -> siteDirectory.resolve(".godwit").resolve(NAME));
  }

  /// The settings that are not the same in others, by their names in `godwit.toml`.
  public List<String> differences(DaemonSettings others) {
    List<String> names = new ArrayList<>();
    if (!socket.equals(others.socket)) {
      names.add("daemon.socket");
    }
    if (mode != others.mode) {
      names.add("daemon.mode");
    }
    if (!group.equals(others.group)) {
      names.add("daemon.group");
    }
    return names;
  }

  /// The first directory of a variable: systemd gives several with colons between them. One that is
  /// not absolute does not count, as the XDG specification has it.
  private static Optional<Path> directory(String variable, Map<String, String> environment) {
    String first = environment.getOrDefault(variable, "").split(":", -1)[0];
    return first.startsWith("/") ? Optional.of(Path.of(first)) : Optional.empty();
  }
}
