package godwit.architecture.violations.diagnostic;

import godwit.libc.FileCalls;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/// Prints, asks the time, deletes, renames, starts threads, reflects. Some of it by method
/// references, which are no calls.
class TouchesTheWorld {
  final Supplier<Instant> clock = Instant::now;

  void print() {
    System.out.println(System.nanoTime());
  }

  void delete(Path path) throws IOException {
    Files.delete(path);
  }

  void exchange(Path one, Path other) throws IOException {
    FileCalls.exchange(one, other);
  }

  void work(Runnable work) {
    Thread.ofVirtual().start(work);
  }

  Class<?> reflect(String name) throws ClassNotFoundException {
    return Class.forName(name);
  }

  File file(Path path) {
    return path.toFile();
  }
}
