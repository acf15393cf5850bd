package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `godwit daemon --watch`.
class WatchTest extends DaemonScenario {
  @BeforeEach
  void watch() throws Exception {
    daemon = ServedDaemon.watching(directory, InstantSource.fixed(TestSite.AS_OF));
    daemon.awaitReady();
  }

  private void awaitPage(String path, String text) throws Exception {
    Path page = directory.resolve("public/html").resolve(path);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!Files.exists(page) || !Files.readString(page).contains(text)) {
      assertThat(System.nanoTime()).as(page + " with " + text).isLessThan(end);
      Thread.sleep(50);
    }
  }

  @Test
  void whatChangesIsPublished() throws Exception {
    site.article("two.md", article("Two"));
    awaitPage("two.html", "Two");

    site.file("templates/article.ftlh", "changed ${article.title}");
    awaitPage("two.html", "changed Two");
  }

  @Test
  void aMistakeIsWaitedOut() throws Exception {
    site.article("two.md", "Title: Two\nDate: never\n\nB.\n");
    while (daemon.ids("watch").isEmpty()) {
      Thread.sleep(20);
    }
    String first = daemon.ids("watch").getLast();
    assertThat(daemon.operation(first, "?wait=30").json().optString("outcome"))
        .isEqualTo("refused");
    assertThat(daemon.get("/v1/status").body())
        .contains("what has changed is not published: content/two.md:2:")
        .contains("it is tried again at the next change");

    site.article("two.md", article("Two"));

    awaitPage("two.html", "Two");
    daemon.await("/v1/status", () -> !daemon.get("/v1/status").body().contains("what has changed"));
  }

  @Test
  void newSettingsAreRead() throws Exception {
    site.file("godwit.toml", "[site]\ntitle = \"Swarm\"\n");

    awaitPage("index.html", "Swarm");
  }
}
