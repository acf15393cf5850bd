package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.release.Holder;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A site of six articles, published on a real target.
abstract class PublisherScenario {
  static final String CONFIG =
      """
      [site]
      title = "Flock"
      url = "https://example.org"

      [publish]
      """;

  static final String AFTER =
      """
      [[publish.after]]
      command = ["sh", "-c", "echo $GODWIT_EVENT $GODWIT_RELEASE >> events"]
      """;

  @TempDir Path directory;
  TestSite site;
  int publishes;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory.toRealPath(), CONFIG + AFTER);
    for (int i = 1; i <= 6; i++) {
      site.article("a" + i + ".md", "Title: A" + i + "\nDate: 2026-01-0" + i + "\n\nText.\n");
    }
  }

  void deleteArticles(int count) throws IOException {
    for (int i = 1; i <= count; i++) {
      Files.delete(site.directory().resolve("content/a" + i + ".md"));
    }
  }

  PublishResult publish() throws IOException {
    return publish(Set.of(), false);
  }

  PublishResult publish(Set<GateRule> allowed, boolean dryRun) throws IOException {
    return publish(allowed, dryRun, TestSite.AS_OF);
  }

  PublishResult publish(Set<GateRule> allowed, boolean dryRun, Instant asOf) throws IOException {
    return publisher().publish(build(asOf), new PublishRequest(holder(), allowed, dryRun));
  }

  Publisher publisher() {
    return new Publisher(site.config());
  }

  Build build(Instant asOf) {
    return new Build(site.config(), asOf, 2, BuildListener.none());
  }

  /// Each publish begins an hour after the one before.
  Holder holder() {
    Instant now = TestSite.AS_OF.plus(Duration.ofHours(publishes++));
    return new Holder(ProcessHandle.current().pid(), "tester", now, "a test");
  }

  static PublishResult.Live live(PublishResult result) {
    assertThat(result).as("%s", result.diagnostics()).isInstanceOf(PublishResult.Live.class);
    return (PublishResult.Live) result;
  }

  static String refusal(PublishResult result, PublishResult.Reason reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            PublishResult.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    return result.diagnostics().stream()
        .map(diagnostic -> diagnostic + "\n")
        .collect(Collectors.joining());
  }

  String events() throws IOException {
    return Files.readString(site.directory().resolve("events"));
  }

  /// Every file of `html` and `html.old` with its inode, time and content.
  Map<String, String> served() throws IOException {
    Path target = site.directory().resolve("public");
    Map<String, String> files = new TreeMap<>();
    for (String tree : List.of("html", "html.old")) {
      if (Files.exists(target.resolve(tree))) {
        try (Stream<Path> paths = Files.walk(target.resolve(tree))) {
          for (Path path : (Iterable<Path>) paths::iterator) {
            String content = Files.isRegularFile(path) ? Files.readString(path) : "";
            files.put(
                target.relativize(path).toString(),
                Files.getAttribute(path, "unix:ino")
                    + " "
                    + Files.getLastModifiedTime(path)
                    + " "
                    + content);
          }
        }
      }
    }
    return files;
  }
}
