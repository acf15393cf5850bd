package godwit.release;

/// A file of Godwit's own is not as it was written.
final class DamagedException extends ReleaseException {
  private static final long serialVersionUID = 1;

  DamagedException(String what) {
    super(
        Kind.FAILED,
        what + " is damaged",
        "check the disk (`dmesg`); 'godwit fsck' shows what else is",
        null);
  }
}
