package godwit.daemon;

import godwit.config.SiteConfig;
import godwit.control.CancelledException;
import godwit.publish.GoAhead;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes when the files of the site change, as soon as they leave off doing so. What was
/// rendered while they changed does not go live.
final class SiteWatcher implements Runnable, AutoCloseable {
  /// How long nothing changes before it is taken for done: longer than an editor or `rsync` takes
  /// from one file to the next.
  static final Duration QUIET = Duration.ofMillis(400);

  /// How long to wait before looking at files that could not be watched again.
  private static final Duration RETRY = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(SiteWatcher.class);

  private final Supplier<SiteConfig> config;
  private final Publishing publishing;
  private final Duration quiet;
  private @Nullable DirectoryWatcher watcher;
  private long changes;

  /// Publishes what has changed.
  interface Publishing {
    /// Returns when the publish has ended, however that was.
    ///
    /// @param unchanged is to be asked before anything goes live
    void publish(GoAhead unchanged) throws InterruptedException;
  }

  /// @param config the settings that hold
  SiteWatcher(Supplier<SiteConfig> config, Duration quiet, Publishing publishing) {
    this.config = config;
    this.quiet = quiet;
    this.publishing = publishing;
  }

  /// Begins to watch. What changes from now on is published by [#run].
  ///
  /// @throws IOException if the files cannot be watched; the message says what to do
  void start() throws IOException {
    watch();
  }

  @Override
  public void run() {
    try {
      long published = 0;
      while (true) {
        long seen = awaitQuiet(published);
        SiteConfig before = config.get();
        boolean watched = watchAgain();
        publishing.publish(() -> askUnchanged(seen));
        published = seen;
        if (!config.get().equals(before)) {
          watched = watchAgain();
        }
        if (!watched) {
          Thread.sleep(RETRY);
          noteChange(); // for nobody would tell of one
        }
      }
    } catch (InterruptedException e) {
      close(); // the daemon stops
    }
  }

  /// Waits for a change, and until none has followed for a while.
  private synchronized long awaitQuiet(long published) throws InterruptedException {
    while (changes == published) {
      wait();
    }
    long seen;
    do {
      seen = changes;
      wait(quiet.toMillis());
    } while (changes != seen);
    return seen;
  }

  private synchronized void askUnchanged(long seen) throws CancelledException {
    if (changes != seen) {
      throw new CancelledException("files changed while they were rendered; they are read again");
    }
  }

  private synchronized void noteChange() {
    changes++;
    notifyAll();
  }

  /// Directories may have come or been replaced, and the settings may name others.
  private boolean watchAgain() {
    try {
      watch();
      return true;
    } catch (IOException e) {
      LOG.error("{}", e.getMessage());
      return false;
    }
  }

  /// Watches the files from now on, before it lets go of those that it has watched.
  private void watch() throws IOException {
    WatchedTrees trees = new WatchedTrees(config.get());
    DirectoryWatcher next =
        DirectoryWatcher.builder()
            .path(trees.site())
            .fileTreeVisitor(trees)
            .fileHashing(false)
            .listener(event -> note(event, trees))
            .build();
    CompletableFuture<Void> watching = next.watchAsync(task -> Thread.ofVirtual().start(task));
    if (watching.isCompletedExceptionally()) {
      next.close();
      throw failure(watching, trees);
    }
    close();
    watcher = next;
  }

  private void note(DirectoryChangeEvent event, WatchedTrees trees) {
    if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW
        || trees.concerns(event.path())) {
      noteChange();
    }
  }

  private static IOException failure(CompletableFuture<Void> watching, WatchedTrees trees) {
    try {
      watching.join();
      throw new IllegalStateException("it has failed");
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Throwable reason = cause.getCause() == null ? cause : cause.getCause();
      return new IOException(
          "cannot watch the files of %s: %s; if it is the number of directories, raise it: sysctl fs.inotify.max_user_watches"
              .formatted(trees.site(), reason.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    DirectoryWatcher before = watcher;
    watcher = null;
    if (before != null) {
      try {
        before.close();
      } catch (IOException e) {
        LOG.warn("cannot stop watching: {}", e.getMessage());
      }
    }
  }
}
