package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.release.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site with errors is not published, and nothing that is served is touched.
class RefusedPublishTest {
  private static final Instant AS_OF = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path site;

  @BeforeEach
  void publishAGoodSite() throws IOException {
    write("godwit.toml", "[site]\ntitle = \"A Site\"\nurl = \"https://example.org\"\n");
    write("content/a.md", "Title: A\nDate: 2026-01-01\n\nText.\n");
    write("content/images/i.png", "i");
    assertThat(publish()).isInstanceOf(PublishResult.Live.class);
    write("content/a.md", "Title: A\nDate: 2026-01-01\n\nBetter text.\n");
    assertThat(publish()).isInstanceOf(PublishResult.Live.class);
  }

  @Test
  void whatIsServedStaysWhenTheContentBreaks() throws IOException {
    Map<String, String> served = served();

    write("content/a.md", "Title: A\nDate: 2026-02-30\nStatus: gone\n\nWorse text.\n");
    write("content/b.md", "Title: B\nDate: 2026-01-01\n\n[gone]({filename}gone.md)\n");

    assertThat(refusal(publish()))
        .isEqualTo(
            """
            content/a.md:2:7: error[date]: '2026-02-30' is not a date of the calendar
              hint: look at the number of the month, the day, the hour
            content/a.md:3:9: error[status]: unknown status 'gone'
              hint: use published, draft, hidden or skip
            content/b.md:4:1: error[broken-link]: no file 'gone.md' under content/
            """);
    assertThat(served()).isEqualTo(served).isNotEmpty();
  }

  @Test
  void whatIsServedStaysWhenATemplateBreaks() throws IOException {
    Map<String, String> served = served();

    write("templates/article.ftlh", "${article.titel}");

    assertThat(refusal(publish()))
        .isEqualTo(
            """
            templates/article.ftlh:1:3: error[template]: 'article.titel' is not there or has no value (rendering content/a.md)
              hint: check its name, or give a default: ${article.titel!"…"}
            """);
    assertThat(served()).isEqualTo(served).isNotEmpty();
  }

  @Test
  void whatIsServedStaysWhenAllContentIsGone() throws IOException {
    Map<String, String> served = served();

    Files.delete(site.resolve("content/a.md"));

    assertThat(refusal(publish()))
        .isEqualTo(
            """
            content: error[no-content]: there is no article and no page
              hint: write one with: godwit new "Notes from the coast"
            """);
    assertThat(served()).isEqualTo(served).isNotEmpty();
  }

  @Test
  void theNextGoodSiteIsPublished() throws IOException {
    write("content/a.md", "no header");
    assertThat(publish()).isInstanceOf(PublishResult.Refused.class);

    write("content/a.md", "Title: A\nDate: 2026-01-01\n\nThe best text.\n");

    assertThat(publish()).isInstanceOf(PublishResult.Live.class);
    assertThat(served().get("html/a.html")).contains("The best text.");
    assertThat(served().get("html.old/a.html")).contains("Better text.");
  }

  private PublishResult publish() throws IOException {
    SiteConfig config =
        ConfigReader.read(site.resolve("godwit.toml"), new Diagnostics()).orElseThrow();
    Build build = new Build(config, AS_OF, 2, BuildListener.none());
    Holder holder = new Holder(ProcessHandle.current().pid(), "tester", AS_OF, "a test");
    return new Publisher(config).publish(build, PublishRequest.by(holder));
  }

  private static String refusal(PublishResult result) {
    assertThat(result).isInstanceOf(PublishResult.Refused.class);
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : result.diagnostics()) {
      text.append(diagnostic).append('\n');
    }
    return text.toString();
  }

  /// Every file of `html` and `html.old` with its inode, time and content.
  private Map<String, String> served() throws IOException {
    Path target = site.resolve("public");
    Map<String, String> files = new TreeMap<>();
    for (String tree : new String[] {"html", "html.old"}) {
      try (Stream<Path> paths = Files.walk(target.resolve(tree))) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          files.put(target.relativize(path).toString(), state(path));
        }
      }
    }
    return files;
  }

  private static String state(Path path) throws IOException {
    String content = Files.isRegularFile(path) ? Files.readString(path) : "";
    return Files.getAttribute(path, "unix:ino")
        + " "
        + Files.getLastModifiedTime(path)
        + " "
        + content;
  }

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
