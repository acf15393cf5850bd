package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// An exchange or a move of several steps failed after the first, and undoing that failed too.
final class ExchangeLeftHalfDone extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Map<Path, Path> moved;
  private final IOException failure;

  /// @param moved from where to where trees have come, those left out are where they were
  /// @param failure what went wrong first
  ExchangeLeftHalfDone(Map<Path, Path> moved, IOException failure) {
    super(failure);
    this.moved = Map.copyOf(moved);
    this.failure = failure;
  }

  /// From where to where trees have come; those left out are where they were.
  Map<Path, Path> moved() {
    return moved;
  }

  /// What went wrong first.
  IOException failure() {
    return failure;
  }
}
