package godwit.daemon;

import godwit.daemon.socket.Peer;
import godwit.release.Holder;
import java.time.Instant;

/// Who has something done.
///
/// @param pid the process
/// @param user the name of its user; [#DAEMON] for the daemon itself
record Caller(long pid, String user) {
  /// What the daemon calls itself where it does something on its own account.
  static final String DAEMON = "godwit";

  static Caller of(Peer peer) {
    return new Caller(peer.pid(), peer.user());
  }

  static Caller daemon() {
    return new Caller(ProcessHandle.current().pid(), DAEMON);
  }

  /// The same for the lock and the record of a release.
  Holder holder(String command, Instant since) {
    return new Holder(pid, user, since, command);
  }
}
