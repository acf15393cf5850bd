package godwit.libc;

/// Struct ucred: the process at the other end of a Unix socket; see unix(7).
///
/// @param pid 0 where it is in a namespace that this process does not see
/// @param uid without a sign, as the kernel has it
/// @param gid without a sign
public record Ucred(int pid, int uid, int gid) {}
