package godwit.daemon;

import godwit.build.BuildListener;
import godwit.control.BuildChoices;
import godwit.control.PublishOrder;
import godwit.publish.GateRule;
import godwit.publish.GoAhead;
import godwit.publish.PublishResult;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A site that is published by a timer, by a clock that the test sets.
abstract class DueScenario {
  static final PublishOrder USUAL = new PublishOrder(BuildChoices.usual(), Set.of(), false);
  static final Caller ANN = new Caller(4711, "ann");
  static final String NEW = "content/new.md";

  /// When an article of 09:00 is due.
  static final Instant DUE = Instant.parse("2026-05-01T07:00:00Z");

  @TempDir Path directory;

  TestSite files;
  ServedSite site;
  DueTimer timer;
  Instant now = Instant.parse("2026-05-01T00:00:00Z");
  boolean works = true;

  @BeforeEach
  void makeSite() throws IOException {
    files =
        new TestSite(
            directory,
            "[site]\n"
                + "title = \"Birds\"\n"
                + "url = \"https://example.org\"\n"
                + "timezone = \"Europe/Paris\"\n");
    files.article("old.md", "Title: Old\nDate: 2026-01-01\n\nText.\n");
    restart();
  }

  /// A daemon that has just been started.
  void restart() {
    site = new ServedSite(files.config(), () -> now);
    timer = new DueTimer(() -> now, site, this::publish);
  }

  private boolean publish() {
    try {
      return works && publish(USUAL) instanceof PublishResult;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  PublishResult publish(PublishOrder order) throws IOException {
    return site.publish(order, ANN, "godwit publish", BuildListener.none(), GoAhead.always());
  }

  static PublishOrder asOf(String time) {
    BuildChoices choices = new BuildChoices(Optional.of(Instant.parse(time)), Optional.empty());
    return new PublishOrder(choices, Set.of(GateRule.MAX_REMOVED), false);
  }

  void breakIt() throws IOException {
    files.article("broken.md", "Title: Broken\nDate: 2026-04-01\n\n[x]({filename}no.md)\n");
  }

  void mend() throws IOException {
    Files.delete(directory.resolve("content/broken.md"));
  }

  void article(String name, String header) throws IOException {
    files.article(name + ".md", "Title: " + name + "\n" + header + "\n\nText.\n");
  }

  boolean isLive(String slug) throws IOException {
    return Files.readString(directory.resolve("public/html/sitemap.xml"))
        .contains("/" + slug + ".html");
  }
}
