package godwit.release;

import java.io.IOException;

/// A swap failed after its first step, and undoing it failed too: the one failure after which
/// `html` may be another release than before. It is a whole one, and so is the one before it; with
/// [Strategy#RENAME] it may be absent.
final class SwapLeftHalfDone extends ReleaseException {
  static final String REMEDY =
      "publish again when the cause is mended: that completes the swap first";

  private static final long serialVersionUID = 1;

  SwapLeftHalfDone(String whatIsWhere, IOException cause) {
    super(
        Kind.FAILED,
        "the swap failed and could not be undone (%s): %s"
            .formatted(cause.getMessage(), whatIsWhere),
        REMEDY,
        cause);
  }
}
