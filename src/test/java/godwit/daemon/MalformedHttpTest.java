package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is no proper request is refused: each file of `malformed-http` gets a status from 400 to
/// 499, or is closed; and the next connection is served.
class MalformedHttpTest {
  private static final Path CASES = Path.of("src/test/resources/malformed-http");

  /// Well below the five seconds after which any unfinished header is refused.
  private static final Duration SOON = Duration.ofSeconds(4);

  @Test
  void eachIsRefusedAtOnceAndTheNextConnectionIsServed(@TempDir Path directory) throws Exception {
    List<Path> cases;
    try (Stream<Path> walk = Files.walk(CASES)) {
      cases = walk.filter(path -> path.toString().endsWith(".http")).sorted().toList();
    }
    assertThat(cases).hasSizeGreaterThan(500);
    Map<Path, String> wrong = new TreeMap<>();
    try (Served served = Served.start(directory);
        ExecutorService clients = Executors.newFixedThreadPool(8)) {
      Map<Path, Future<String>> answers = new TreeMap<>();
      for (Path path : cases) {
        answers.put(path, clients.submit(() -> answer(served, path)));
      }
      for (Map.Entry<Path, Future<String>> entry : answers.entrySet()) {
        String answer = entry.getValue().get();
        if (!answer.matches("(?s)(HTTP/1\\.[01] 4[0-9][0-9] .*)?")
            || answer.contains("Server:")
            || answer.contains("\tat ")) {
          wrong.put(entry.getKey(), answer);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String answer(Served served, Path path) throws IOException, InterruptedException {
    String answer;
    try (RawClient client = served.client()) {
      answer = client.send(Files.readAllBytes(path)).end().untilClosed(SOON);
    } catch (AssertionError e) {
      answer = e.getMessage();
    }
    String next = served.get("/v1/health/live");
    return next.startsWith("HTTP/1.1 200") ? answer : "the next one got: " + next;
  }
}
