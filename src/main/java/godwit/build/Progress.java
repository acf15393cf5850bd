package godwit.build;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts the steps of a stage and tells the listener of about a hundred of them.
final class Progress {
  private final BuildListener.Stage stage;
  private final int total;
  private final int interval;
  private final BuildListener listener;
  private final AtomicInteger done = new AtomicInteger();

  Progress(BuildListener.Stage stage, int total, BuildListener listener) {
    this.stage = stage;
    this.total = total;
    this.interval = Math.max(1, total / 100);
    this.listener = listener;
  }

  void step() {
    int now = done.incrementAndGet();
    if (now % interval == 0 || now == total) {
      listener.progress(stage, now, total);
    }
  }
}
