package godwit.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `[daemon]`.
final class DaemonSection {
  private static final Pattern MODE = Pattern.compile("0?[0-7]{3}");

  /// As systemd and the tools that add groups want them.
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?");

  private DaemonSection() {}

  /// @param directory the site directory
  static DaemonSettings read(Path directory, ConfigValues values) {
    return new DaemonSettings(
        values.text(ConfigKey.DAEMON_SOCKET, value -> socket(value, directory)),
        values.text(ConfigKey.DAEMON_MODE, DaemonSection::mode),
        values.text(ConfigKey.DAEMON_GROUP, DaemonSection::group));
  }

  private static Optional<Path> socket(String value, Path directory) throws BadValueException {
    Characters.checkLine(value);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.startsWith("~")) {
      throw new BadValueException("'~' has no meaning here", "write the whole path");
    }
    Path socket = directory.resolve(value).normalize();
    if (socket.equals(directory) || value.endsWith("/")) {
      throw new BadValueException(
          "'" + value + "' is a directory", "name the file, such as /run/godwit/http.socket");
    }
    if (!DaemonSettings.fits(socket)) {
      throw new BadValueException(
          "the path of a socket can have %d bytes at most: %s"
              .formatted(DaemonSettings.MOST_BYTES, socket),
          "choose a shorter one, such as /run/godwit/http.socket");
    }
    return Optional.of(socket);
  }

  private static int mode(String value) throws BadValueException {
    if (!MODE.matcher(value).matches()) {
      throw new BadValueException(
          "'" + value + "' is not three octal digits, with or without a 0 in front",
          "write \"0660\" or the like");
    }
    int mode = Integer.parseInt(value, 8);
    if ((mode & 0600) != 0600) {
      throw new BadValueException(
          "'" + value + "' shuts out the daemon's own user", "let it begin with 06 or 07");
    }
    return mode;
  }

  private static Optional<String> group(String value) throws BadValueException {
    if (!value.isEmpty() && !GROUP.matcher(value).matches()) {
      throw new BadValueException("'" + value + "' is not the name of a group", null);
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
