package godwit.build;

import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Gives up files that take too long to read. CommonMark needs time with the square of a
/// paragraph's links and emphases, and cannot be stopped at it.
final class ReadingWatch {
  private record Reading(SourceFile file, long startNanos) {}

  private final Duration limit;
  private final Workers workers;
  private final Diagnostics diagnostics;
  private final Map<Thread, Reading> readings = new ConcurrentHashMap<>();

  ReadingWatch(Duration limit, Workers workers, Diagnostics diagnostics) {
    this.limit = limit;
    this.workers = workers;
    this.diagnostics = diagnostics;
  }

  /// Says that this thread begins to read a file.
  void begin(SourceFile file) {
    readings.put(Thread.currentThread(), new Reading(file, System.nanoTime()));
  }

  /// Says that this thread has read its file.
  void end() {
    readings.remove(Thread.currentThread());
  }

  /// For the thread that watches.
  void look() {
    long now = System.nanoTime();
    readings.forEach(
        (thread, reading) -> {
          boolean late = now - reading.startNanos() > limit.toNanos();
          if (late && readings.remove(thread, reading)) {
            diagnostics.error(
                SourcePosition.ofFile(reading.file().name()),
                "endless",
                "it takes too long to read",
                "divide the text, above all a paragraph with thousands of links; if that is not it,"
                    + " look at the expressions in godwit.toml: content.filename-metadata,"
                    + " content.path-metadata");
            workers.giveUp(thread);
          }
        });
  }
}
