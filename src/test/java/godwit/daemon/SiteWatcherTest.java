package godwit.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.control.CancelledException;
import godwit.diagnostic.Diagnostics;
import godwit.publish.GoAhead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWatcherTest {
  private static final Duration QUIET = Duration.ofMillis(300);

  @TempDir private Path directory;

  /// What each publish could have published; the number of a release that was called off is 0.
  private final BlockingQueue<String> published = new LinkedBlockingQueue<>();

  private Path site;
  private Path article;
  private volatile Runnable whileRendering = () -> {};
  private Thread thread;

  @BeforeEach
  void watch() throws Exception {
    site = Files.createDirectory(directory.resolve("site"));
    article = Files.createDirectories(site.resolve("content")).resolve("a.md");
    Files.createDirectory(site.resolve("templates"));
    Files.createDirectories(site.resolve("public/html"));
    Files.writeString(article, "0");
    SiteConfig config = config();
    SiteWatcher watcher = new SiteWatcher(() -> config, QUIET, this::publish);
    watcher.start();
    thread = Thread.ofPlatform().start(watcher);
  }

  private SiteConfig config() throws IOException {
    Path file = Files.writeString(site.resolve("godwit.toml"), "[site]\ntitle = \"A\"\n");
    return ConfigReader.read(file, new Diagnostics()).orElseThrow();
  }

  @AfterEach
  void stop() throws Exception {
    thread.interrupt();
    thread.join();
  }

  private void publish(GoAhead unchanged) {
    try {
      String text = Files.exists(article) ? Files.readString(article) : "gone";
      whileRendering.run();
      unchanged.ask();
      published.add(text);
    } catch (CancelledException e) {
      published.add("called off");
    } catch (IOException e) {
      published.add(e.toString());
    }
  }

  private String next() throws InterruptedException {
    return String.valueOf(published.poll(20, TimeUnit.SECONDS));
  }

  private void assertNothingHappens() throws InterruptedException {
    assertThat(published.poll(4 * QUIET.toMillis(), TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void publishesOnceWhenTheWritingEnds() throws Exception {
    for (int i = 1; i <= 20; i++) {
      Files.writeString(article, "" + i);
      Thread.sleep(QUIET.toMillis() / 10);
    }

    assertThat(next()).isEqualTo("20");
    assertNothingHappens();
  }

  @Test
  void whatWasReadWhileItChangedDoesNotGoLive() throws Exception {
    whileRendering =
        () -> {
          whileRendering = () -> {};
          write(article, "2");
          sleep(QUIET);
        };

    write(article, "1");

    assertThat(next()).isEqualTo("called off");
    assertThat(next()).isEqualTo("2");
    assertNothingHappens();
  }

  @Test
  void seesWhatIsInNewDirectories() throws Exception {
    Path deep = site.resolve("content/new/deeper");
    Files.createDirectories(deep);
    write(deep.resolve("b.md"), "b");
    assertThat(next()).isEqualTo("0");

    write(deep.resolve("b.md"), "c");

    assertThat(next()).isEqualTo("0");
  }

  @Test
  void seesWhatReplacesAWholeTree() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("a.md"), "other");
    Files.move(site.resolve("content"), directory.resolve("before"));
    Files.createSymbolicLink(site.resolve("content"), other);
    assertThat(next()).isEqualTo("other");

    write(other.resolve("a.md"), "another");

    assertThat(next()).isEqualTo("another");
  }

  @Test
  void seesTheSettingsReplaced() throws Exception {
    Path next = Files.writeString(site.resolve("godwit.toml.new"), "");
    assertNothingHappens();

    Files.move(next, site.resolve("godwit.toml"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(next()).isEqualTo("0");
  }

  @Test
  void mindsNothingElse() throws Exception {
    write(site.resolve("public/html/index.html"), "published");
    write(site.resolve("notes.txt"), "notes");
    write(site.resolve("content/.a.md.swp"), "an editor's");
    write(site.resolve("content/a.md~"), "an editor's");
    Files.readString(article);

    assertNothingHappens();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
