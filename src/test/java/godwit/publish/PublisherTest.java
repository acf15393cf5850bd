package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.release.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a publish does, from its sources to the commands after it.
class PublisherTest extends PublisherScenario {
  @Test
  void whatChangedIsInTheResult() throws IOException {
    PublishResult.Live first = live(publish());
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\n\nBetter text.\n");
    PublishResult.Live second = live(publish());

    assertThat(first.changes().from()).isEmpty();
    assertThat(first.changes().list()).hasSize((int) first.published().files());
    assertThat(second.changes().from()).contains(first.published().id());
    assertThat(second.changes().list())
        .filteredOn(change -> change.file().path().value().equals("a1.html"))
        .singleElement()
        .extracting(Change::type)
        .isEqualTo(Change.Type.CHANGED);
    assertThat(second.changes().pages()).isEqualTo(6);
  }

  @Test
  void nothingIsPublishedTwice() throws IOException {
    String id = live(publish()).published().id();
    Map<String, String> served = served();

    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishResult.Unchanged.class,
            unchanged -> assertThat(unchanged.release()).contains(id));
    assertThat(served()).isEqualTo(served);
    assertThat(events()).isEqualTo("publish " + id + "\n");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    publish();
    Map<String, String> served = served();
    String events = events();
    site.article("b.md", "Title: B\nDate: 2026-02-01\n\nText.\n");

    assertThat(publish(Set.of(), true))
        .isInstanceOfSatisfying(
            PublishResult.Previewed.class,
            preview ->
                assertThat(preview.changes().list())
                    .filteredOn(change -> change.type() == Change.Type.ADDED)
                    .extracting(change -> change.file().path().value())
                    .contains("b.html"));
    assertThat(served()).isEqualTo(served);
    assertThat(events()).isEqualTo(events);
    assertThat(publish()).isInstanceOf(PublishResult.Live.class);
  }

  @Test
  void theStrategyOfTheConfigIsUsed() throws IOException {
    site.file("godwit.toml", CONFIG + "strategy = \"symlink\"\n" + AFTER);

    Path live = live(publish()).published().live();

    assertThat(Files.readSymbolicLink(live)).hasToString("html.1");
    assertThat(live.resolve("a1.html")).exists();
  }

  @Test
  void aDraftMayBecomeAnArticle() throws IOException {
    site.article("d.md", "Title: D\nStatus: draft\n\nText.\n");
    publish();
    site.article("d.md", "Title: D\nDate: 2026-03-01\n\nText.\n");

    assertThat(live(publish()).diagnostics()).isEmpty();
  }

  @Test
  void commandsAreRunAfterAPublishAndARollback() throws IOException {
    String first = live(publish()).published().id();
    site.article("b.md", "Title: B\nDate: 2026-02-01\n\nText.\n");
    String second = live(publish()).published().id();

    RollbackResult.Done done =
        (RollbackResult.Done) publisher().rollBack(holder(), Optional.empty());

    assertThat(done.rolledBack().live().id()).isEqualTo(first);
    assertThat(done.rolledBack().changes().list())
        .filteredOn(change -> change.type() == Change.Type.REMOVED)
        .extracting(change -> change.file().path().value())
        .contains("b.html");
    assertThat(done.after())
        .singleElement()
        .extracting(AfterRun::failure)
        .isEqualTo(Optional.empty());
    assertThat(events())
        .isEqualTo("publish " + first + "\npublish " + second + "\nrollback " + first + "\n");
  }

  @Test
  void commandsAreRunWithoutTheLock() throws IOException {
    site.file(
        "godwit.toml",
        CONFIG
            + "[[publish.after]]\ncommand = [\"flock\", \"--nonblock\", \"public/.godwit/lock\","
            + " \"true\"]\n");

    PublishResult.Live live = live(publish());

    assertThat(live.after())
        .singleElement()
        .extracting(AfterRun::failure)
        .isEqualTo(Optional.empty());
  }

  @Test
  void aCommandThatFailsUnpublishesNothing() throws IOException {
    site.file("godwit.toml", CONFIG + "[[publish.after]]\ncommand = [\"false\"]\n");

    PublishResult.Live live = live(publish());

    assertThat(live.diagnostics())
        .singleElement()
        .hasToString(
            """
            godwit.toml:6:1: warning[after]: 'false': exit code 1
              hint: what was published is live all the same; run the command by hand if it matters\
            """);
    assertThat(served()).containsKey("html/a1.html");
  }
}
