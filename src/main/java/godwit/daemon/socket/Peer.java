package godwit.daemon.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who is at the other end of a connection, as the kernel saw it when it was made.
///
/// @param pid the process; 0 where it is in a namespace that this one does not see
/// @param uid its user
/// @param gid its group
/// @param user the user's name, or the number where the system knows none
public record Peer(long pid, long uid, long gid, String user) {
  /// This process, for what it does on its own account.
  public static Peer self() {
    try {
      Path self = Path.of("/proc/self");
      long uid = Integer.toUnsignedLong((Integer) Files.getAttribute(self, "unix:uid"));
      long gid = Integer.toUnsignedLong((Integer) Files.getAttribute(self, "unix:gid"));
      return new Credentials(ProcessHandle.current().pid(), uid, gid).named(new UserNames());
    } catch (IOException e) {
      throw new UncheckedIOException("/proc is not mounted", e);
    }
  }
}
