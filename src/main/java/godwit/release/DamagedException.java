package godwit.release;

/// A file of Godwit's own is not as it was written.
final class DamagedException extends ReleaseException {
  private static final long serialVersionUID = 1;

  DamagedException(String what) {
    this(what + " is damaged", "check the disk (`dmesg`); 'godwit fsck' shows what else is");
  }

  private DamagedException(String message, String remedy) {
    super(Kind.FAILED, message, remedy, null);
  }

  /// The same, with what to do about it.
  DamagedException curedBy(String remedy) {
    return new DamagedException(getMessage(), remedy);
  }
}
