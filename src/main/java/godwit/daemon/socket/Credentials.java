package godwit.daemon.socket;

import godwit.libc.Ucred;

/// Who is at the other end of a connection, as the kernel saw it when it was made.
///
/// @param pid the process; 0 where it is in a namespace that this one does not see
/// @param uid its user
/// @param gid its group
public record Credentials(long pid, long uid, long gid) {
  static Credentials of(Ucred ucred) {
    return new Credentials(
        ucred.pid(), Integer.toUnsignedLong(ucred.uid()), Integer.toUnsignedLong(ucred.gid()));
  }

  /// With the name of the user.
  public Peer named(UserNames names) {
    return new Peer(pid, uid, gid, names.of(uid));
  }
}
