package godwit.release;

/// Another publisher, in this process or another, has the lock of the target.
public final class TargetBusyException extends ReleaseException {
  private static final long serialVersionUID = 1;

  TargetBusyException(String message) {
    super(Kind.BUSY, message, "wait until it is done, then publish again", null);
  }
}
