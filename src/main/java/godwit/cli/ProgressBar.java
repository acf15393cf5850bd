package godwit.cli;

import godwit.build.BuildListener;
import java.io.PrintStream;

/// Shows how far a build is: one line that is written over and over on a terminal, nothing
/// elsewhere, where the lines of the result are enough.
final class ProgressBar implements BuildListener, AutoCloseable {
  /// A terminal of 40 columns has room for it, without the last: there the line might go on in the
  /// next.
  private static final int WIDTH = 39;

  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream err;
  private final boolean shown;
  private boolean drawn;
  private Stage lastStage = Stage.READ;
  private int lastDone;

  private ProgressBar(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  static ProgressBar on(PrintStream err, SiteOptions options) {
    return new ProgressBar(err, !options.isQuiet() && !options.isJson() && Terminal.isThere());
  }

  @Override
  public synchronized void progress(Stage stage, int done, int total) {
    // Two threads may tell of their steps in another order than they took them.
    if (!shown || total == 0 || (stage == lastStage && done < lastDone)) {
      return;
    }
    lastStage = stage;
    lastDone = done;
    err.print(CLEAR_LINE + line(stage, done, total));
    err.flush();
    drawn = true;
  }

  /// What is shown: `rendering [#### ] 5/10`.
  static String line(Stage stage, int done, int total) {
    String before =
        switch (stage) {
          case READ -> "reading   [";
          case RENDER -> "rendering [";
        };
    String behind = "] " + done + "/" + total;
    // The bar keeps its length while the numbers grow.
    int most = ("] " + total + "/" + total).length();
    int length = Math.max(1, WIDTH - before.length() - most);
    int filled = (int) ((long) done * length / total);
    return before + "#".repeat(filled) + " ".repeat(length - filled) + behind;
  }

  /// Takes the bar off the screen.
  @Override
  public synchronized void close() {
    if (drawn) {
      err.print(CLEAR_LINE);
      err.flush();
      drawn = false;
    }
  }
}
