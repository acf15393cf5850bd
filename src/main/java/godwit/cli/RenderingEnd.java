package godwit.cli;

import godwit.build.BuildListener;
import java.time.Duration;

/// Notes when a build has rendered its last page: what is left then is the publishing itself.
final class RenderingEnd implements BuildListener {
  private final BuildListener next;
  private volatile long nanos = System.nanoTime();

  /// @param next is told the same
  RenderingEnd(BuildListener next) {
    this.next = next;
  }

  @Override
  public void progress(Stage stage, int done, int total) {
    nanos = System.nanoTime();
    next.progress(stage, done, total);
  }

  /// How long ago that was.
  Duration ago() {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
