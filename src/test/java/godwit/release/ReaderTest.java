package godwit.release;

import static godwit.release.Publishing.publish;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody reads `html` all the time while it is published to.
class ReaderTest {
  private static final int SWAPS = 200;
  private static final String PADDING = " ".repeat(12_000);

  @TempDir Path directory;

  @Test
  void aReaderNeverSeesHtmlAbsentOrMixed() throws Exception {
    assertThat(readWhilePublishing(new SystemFiles())).isEmpty();
  }

  /// What shows that the test above would notice.
  @Test
  void aReaderSeesThatHtmlIsAbsentBetweenPlainRenames() throws Exception {
    assertThat(readWhilePublishing(new PlainRenames())).anyMatch(seen -> seen.contains("absent"));
  }

  private Queue<String> readWhilePublishing(FileOperations files) throws Exception {
    Target target = Target.open(directory, files);
    publish(target, content(0));
    publish(target, content(1));
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  int least = 0;
                  while (!stop.get()) {
                    for (String file : List.of("html/index.html", "html/a/other.html")) {
                      least = read(file, least, wrong);
                      reads.incrementAndGet();
                    }
                    if (!Files.isDirectory(directory.resolve("html.old"))) {
                      wrong.add("html.old is absent");
                    }
                  }
                });
    try {
      for (int number = 2; number < SWAPS + 2; number++) {
        publish(target, content(number));
      }
    } finally {
      stop.set(true);
      reader.join();
    }
    assertThat(reads).hasValueGreaterThan(SWAPS);
    return wrong;
  }

  /// @param least what has been read before: no older release may be seen after it, whatever the
  ///     file
  private int read(String file, int least, Queue<String> wrong) {
    try {
      String text = Files.readString(directory.resolve(file));
      int number = Integer.parseInt(text.substring(0, text.indexOf(':')));
      if (!text.equals(number + ":" + PADDING) || number < least) {
        wrong.add(file + " of release " + number + " after " + least);
      }
      return number;
    } catch (NoSuchFileException e) {
      wrong.add(file + " is absent");
    } catch (IOException | RuntimeException e) {
      wrong.add(file + ": " + e);
    }
    return least;
  }

  private static Map<String, String> content(int number) {
    String text = number + ":" + PADDING;
    return Map.of("index.html", text, "a/other.html", text);
  }

  /// Real files, but each exchange is made of three renames.
  private static final class PlainRenames implements FileOperations {
    private final SystemFiles real = new SystemFiles();

    @Override
    public void exchange(Path one, Path other) throws IOException {
      Path aside = one.resolveSibling("aside");
      real.move(other, aside);
      real.move(one, other);
      real.move(aside, one);
    }

    @Override
    public FileStatus status(Path path) throws IOException {
      return real.status(path);
    }

    @Override
    public void createDirectory(Path path, int mode) throws IOException {
      real.createDirectory(path, mode);
    }

    @Override
    public void createFile(Path file, byte[] content) throws IOException {
      real.createFile(file, content);
    }

    @Override
    public long copyFile(Path source, Path file) throws IOException {
      return real.copyFile(source, file);
    }

    @Override
    public void setMode(Path path, int mode) throws IOException {
      real.setMode(path, mode);
    }

    @Override
    public byte[] read(Path file) throws IOException {
      return real.read(file);
    }

    @Override
    public List<Path> list(Path path) throws IOException {
      return real.list(path);
    }

    @Override
    public void delete(Path path) throws IOException {
      real.delete(path);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      real.move(from, to);
    }

    @Override
    public void syncFileSystem(Path path) throws IOException {
      real.syncFileSystem(path);
    }

    @Override
    public void syncDirectory(Path path) throws IOException {
      real.syncDirectory(path);
    }

    @Override
    public Optional<Lock> lock(Path file, byte[] holder) throws IOException {
      return real.lock(file, holder);
    }
  }
}
