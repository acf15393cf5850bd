package godwit.release;

import static godwit.release.Publishing.publish;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody reads `html` all the time while it is published to.
class ReaderTest {
  private static final int SWAPS = 200;
  private static final String PADDING = " ".repeat(12_000);

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = "RENAME", mode = EnumSource.Mode.EXCLUDE)
  void aReaderNeverSeesHtmlAbsentOrMixed(Strategy strategy) throws Exception {
    assertThat(readWhilePublishing(strategy)).isEmpty();
  }

  /// What shows that the test above would notice.
  @Test
  void aReaderSeesThatHtmlIsAbsentBetweenPlainRenames() throws Exception {
    assertThat(readWhilePublishing(Strategy.RENAME)).anyMatch(seen -> seen.contains("absent"));
  }

  private Queue<String> readWhilePublishing(Strategy strategy) throws Exception {
    Target target = Target.open(directory, strategy, new FaultyFiles((_, _) -> {}));
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
  ///   file
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
}
