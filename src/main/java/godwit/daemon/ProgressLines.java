package godwit.daemon;

import godwit.build.BuildListener;
import godwit.control.OperationJson;
import godwit.daemon.http.AnswerStream;
import org.jspecify.annotations.Nullable;

/// Tells one caller how far an operation is, a line of JSON at a time; the last one says what has
/// become of it.
final class ProgressLines implements BuildListener {
  private @Nullable AnswerStream stream;

  /// @param id of the operation, which is the first line
  synchronized void begin(AnswerStream to, String id) {
    to.line(OperationJson.which(id));
    stream = to;
  }

  /// What is told before the stream is there is told to nobody.
  @Override
  public synchronized void progress(Stage stage, int done, int total) {
    write(OperationJson.progress(stage, done, total));
  }

  /// Says that it is still at work.
  synchronized void beat() {
    write("{}");
  }

  synchronized void end(String result) {
    write(result);
    AnswerStream open = stream;
    if (open != null) {
      open.end();
    }
  }

  private void write(String line) {
    AnswerStream open = stream;
    if (open != null) {
      open.line(line);
    }
  }
}
