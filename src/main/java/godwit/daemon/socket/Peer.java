package godwit.daemon.socket;

/// Who is at the other end of a connection, as the kernel saw it when it was made.
///
/// @param pid the process; 0 where it is in a namespace that this one does not see
/// @param uid its user
/// @param gid its group
/// @param user the user's name, or the number where the system knows none
public record Peer(long pid, long uid, long gid, String user) {}
