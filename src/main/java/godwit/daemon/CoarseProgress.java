package godwit.daemon;

import godwit.build.BuildListener;
import org.jspecify.annotations.Nullable;

/// Passes on every tenth of a stage, in order.
final class CoarseProgress implements BuildListener {
  private final BuildListener listener;
  private @Nullable Stage stage;
  private int told;

  CoarseProgress(BuildListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void progress(Stage now, int done, int total) {
    int tenths = total <= 0 ? 10 : (int) (10L * done / total);
    if (now == stage && tenths <= told) {
      return;
    }
    stage = now;
    told = tenths;
    listener.progress(now, done, total);
  }
}
