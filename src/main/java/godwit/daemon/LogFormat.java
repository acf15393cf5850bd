package godwit.daemon;

import java.util.logging.Formatter;

/// How a record looks on standard error.
public enum LogFormat {
  /// A line that begins with its priority, such as `<6>`, which systemd takes off; see
  /// sd-daemon(3).
  SYSTEMD {
    @Override
    Formatter formatter() {
      return new SystemdFormatter();
    }
  },

  /// A line with an object, for programs.
  JSON {
    @Override
    Formatter formatter() {
      return new JsonFormatter();
    }
  };

  abstract Formatter formatter();
}
