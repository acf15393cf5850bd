package godwit.daemon.socket;

import godwit.libc.DescriptorCalls;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The socket that systemd has opened for this process, see sd_listen_fds(3).
public final class Activation {
  /// Where the descriptors that are passed begin.
  private static final int FIRST = 3;

  /// What the socket is to be called where there are several: `FileDescriptorName=` of the unit.
  private static final String NAME = "http.socket";

  private Activation() {}

  /// Looks for a socket in the environment, and keeps it from programs that this process starts.
  ///
  /// @param pid of this process: the variables may be meant for another
  /// @return its descriptor; empty if none was passed
  public static OptionalInt find(Map<String, String> environment, long pid) throws IOException {
    if (!String.valueOf(pid).equals(environment.get("LISTEN_PID"))) {
      return OptionalInt.empty();
    }
    int count = count(environment.getOrDefault("LISTEN_FDS", "0"));
    if (count == 0) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < count; i++) {
      DescriptorCalls.closeOnExec(FIRST + i);
    }
    if (count == 1) {
      return OptionalInt.of(FIRST);
    }
    int index =
        List.of(environment.getOrDefault("LISTEN_FDNAMES", "").split(":", -1)).indexOf(NAME);
    if (index < 0 || index >= count) {
      throw new ControlSocketException(
          ControlSocketException.Kind.CONFIG,
          count + " sockets were passed, and none of them is named " + NAME,
          "give the socket unit one ListenStream=, or FileDescriptorName=" + NAME);
    }
    return OptionalInt.of(FIRST + index);
  }

  private static int count(String text) throws ControlSocketException {
    if (!text.matches("[0-9]{1,4}")) {
      throw new ControlSocketException(
          ControlSocketException.Kind.CONFIG,
          "LISTEN_FDS is no number of sockets: " + text,
          "start the daemon by its socket unit, or unset LISTEN_FDS");
    }
    return Integer.parseInt(text);
  }
}
