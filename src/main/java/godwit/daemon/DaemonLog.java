package godwit.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Where all that is logged in this process goes while this is open; no file of settings has a say.
/// What Jetty tells is taken from warnings on.
public final class DaemonLog implements AutoCloseable {
  /// For another thread that has no more to do than to take handlers away.
  private static final Duration RESET = Duration.ofSeconds(5);

  private final Logger root = Logger.getLogger("");

  /// Held, as a logger that nobody holds forgets its level.
  private final Logger jetty = Logger.getLogger("org.eclipse.jetty");

  private final List<Handler> before = List.of(root.getHandlers());
  private final Level levelBefore = root.getLevel();
  private final StreamHandler handler;

  private DaemonLog(StreamHandler handler) {
    this.handler = handler;
  }

  /// @param out gets each record in one piece, in UTF-8; it is not closed
  public static DaemonLog open(LogFormat format, OutputStream out) {
    StreamHandler handler = new StreamHandler(out);
    handler.setFormatter(format.formatter());
    handler.setLevel(Level.ALL);
    DaemonLog log = new DaemonLog(handler);
    log.before.forEach(log.root::removeHandler);
    log.root.addHandler(handler);
    log.root.setLevel(Level.INFO);
    log.jetty.setLevel(Level.WARNING);
    return log;
  }

  /// To be called when the process has been told to end, by a shutdown hook: there is more to tell.
  /// java.util.logging has a hook of its own, which runs at the same time and takes all handlers
  /// away. Returns when it has done so and this log is open again.
  public void outliveReset() throws InterruptedException {
    if (!handler.reset.await(RESET.toMillis(), TimeUnit.MILLISECONDS)) {
      return; // there is nothing yet that was taken away
    }
    // The hook's reset goes through the root logger more than once and holds a lock all the while:
    // another one, which finds nothing left to do, returns when it is over.
    LogManager.getLogManager().reset();
    root.addHandler(handler);
    root.setLevel(Level.INFO);
    jetty.setLevel(Level.WARNING);
  }

  /// Logging is as it was before.
  @Override
  public void close() {
    root.removeHandler(handler);
    before.forEach(root::addHandler);
    root.setLevel(levelBefore);
    jetty.setLevel(null);
  }

  /// The JDK's own writes a record bit by bit, and closes what it writes to.
  private static final class StreamHandler extends Handler {
    private final OutputStream out;

    /// Whether somebody other than the owner has taken it away.
    private final CountDownLatch reset = new CountDownLatch(1);

    StreamHandler(OutputStream out) {
      this.out = out;
    }

    @Override
    public void publish(LogRecord record) {
      if (!isLoggable(record)) {
        return;
      }
      byte[] bytes = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
      try {
        synchronized (out) {
          out.write(bytes);
          out.flush();
        }
      } catch (IOException e) {
        reportError("a record could not be logged", e, ErrorManager.WRITE_FAILURE);
      }
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      reset.countDown(); // the stream is its owner's
    }
  }
}
