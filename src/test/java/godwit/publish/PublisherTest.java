package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.diagnostic.Diagnostic;
import godwit.output.OutputPath;
import godwit.release.Change;
import godwit.release.Holder;
import godwit.release.Release;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a publish does, from its sources to the commands after it, on a real target.
class PublisherTest {
  private static final String CONFIG =
      """
      [site]
      title = "Flock"
      url = "https://example.org"

      [publish]
      """;

  private static final String AFTER =
      """
      [[publish.after]]
      command = ["sh", "-c", "echo $GODWIT_EVENT $GODWIT_RELEASE >> events"]
      """;

  @TempDir Path directory;
  private TestSite site;
  private int publishes;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory.toRealPath(), CONFIG + AFTER);
    for (int i = 1; i <= 6; i++) {
      site.article("a" + i + ".md", "Title: A" + i + "\nDate: 2026-01-0" + i + "\n\nText.\n");
    }
  }

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
  void aDryRunIsRefusedByTheGateToo() throws IOException {
    publish();
    deleteArticles(4);

    assertThat(publish(Set.of(), true)).isInstanceOf(PublishResult.Refused.class);
  }

  @Test
  void anEmptyContentDirectoryLeavesTheSiteLive() throws IOException {
    publish();
    Map<String, String> served = served();
    deleteArticles(6);

    assertThat(refusal(publish(), PublishResult.Reason.SITE))
        .startsWith("content: error[no-content]");
    // As a mount point without its mount; as the whole directory missing; nothing lets it pass.
    Files.delete(site.directory().resolve("content"));
    assertThat(refusal(publish(Set.of(GateRule.values()), false), PublishResult.Reason.SITE))
        .startsWith("content: error[no-content]: there is no such directory");
    assertThat(served()).isEqualTo(served);
  }

  @Test
  void contentThatIsHalfMissingLeavesTheSiteLive() throws IOException {
    publish();
    Map<String, String> served = served();
    String events = events();
    deleteArticles(4);

    assertThat(refusal(publish(), PublishResult.Reason.GATE))
        .startsWith(
            "content: error[max-removed]: the site would have 2 pages instead of 6, 66 % fewer"
                + " (publish.max-removed is 20 %); gone: a1.html, a2.html, a3.html, a4.html\n");
    assertThat(served()).isEqualTo(served);
    assertThat(events()).isEqualTo(events);

    PublishResult.Live live = live(publish(Set.of(GateRule.MAX_REMOVED), false));
    assertThat(live.diagnostics()).extracting(Diagnostic::code).contains("max-removed");
    assertThat(served()).doesNotContainKey("html/a1.html").containsKey("html.old/a1.html");
  }

  @Test
  void aClockThatWentBackLeavesTheSiteLive() throws IOException {
    publish();

    assertThat(
            refusal(
                publish(Set.of(), false, Instant.parse("2026-01-01T12:00:00Z")),
                PublishResult.Reason.GATE))
        .contains("error[max-removed]: the site would have 1 page instead of 6");
  }

  @Test
  void anAliasInThePlaceOfAPageLetsItGo() throws IOException {
    site.file("godwit.toml", CONFIG + "removed-pages = \"error\"\n");
    publish();
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\nSlug: new\n\nText.\n");

    assertThat(refusal(publish(), PublishResult.Reason.GATE))
        .startsWith(
            "content/a1.md: error[removed-page]: its page is now new.html and no longer a1.html,");
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\nSlug: new\nAliases: a1.html\n\nText.\n");
    assertThat(live(publish()).diagnostics()).isEmpty();
  }

  @Test
  void aDraftMayBecomeAnArticle() throws IOException {
    site.article("d.md", "Title: D\nStatus: draft\n\nText.\n");
    publish();
    site.article("d.md", "Title: D\nDate: 2026-03-01\n\nText.\n");

    assertThat(live(publish()).diagnostics()).isEmpty();
  }

  @Test
  void anotherSiteDoesNotTakeItsPlace() throws IOException {
    publish();
    Map<String, String> served = served();
    site.file("godwit.toml", CONFIG.replace("example.org", "example.com"));

    assertThat(refusal(publish(), PublishResult.Reason.GATE))
        .startsWith("godwit.toml: error[other-site]");
    assertThat(served()).isEqualTo(served);
    live(publish(Set.of(GateRule.OTHER_SITE), false));
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\n\nBetter text.\n");
    live(publish());
  }

  @Test
  void brokenLinksAreNotLetThrough() throws IOException {
    publish();
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\n\n[x]({filename}gone.md)\n");

    assertThat(refusal(publish(Set.of(GateRule.values()), false), PublishResult.Reason.SITE))
        .startsWith("content/a1.md:4:1: error[broken-link]");
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

  @Test
  void aReleaseIsFoundByHowItsIdBegins() throws IOException {
    String first = live(publish()).published().id();
    site.article("b.md", "Title: B\nDate: 2026-02-01\n\nText.\n");
    String second = live(publish()).published().id();
    String common = first.substring(0, 8);
    Publisher publisher = publisher();

    assertThat(publisher.releases(holder())).extracting(Release::id).containsExactly(second, first);
    assertThat(publisher.rollBack(holder(), Optional.of("1999")))
        .isEqualTo(new RollbackResult.NotOne("1999", List.of()));
    assertThat(publisher.rollBack(holder(), Optional.of(common)))
        .isInstanceOfSatisfying(
            RollbackResult.NotOne.class, none -> assertThat(none.matches()).hasSize(2));
    assertThat(publisher.rollBack(holder(), Optional.of(second)))
        .isInstanceOf(RollbackResult.LiveAlready.class);
    assertThat(publisher.rollBack(holder(), Optional.of(first.substring(0, first.length() - 4))))
        .isInstanceOfSatisfying(
            RollbackResult.Done.class,
            done -> assertThat(done.rolledBack().live().id()).isEqualTo(first));
  }

  @Test
  void aWholeIdIsOneReleaseEvenIfAnotherBeginsWithIt() throws IOException {
    String first = live(publish()).published().id();
    publishes = 0;
    site.article("b.md", "Title: B\nDate: 2026-02-01\n\nText.\n");
    String second = live(publish()).published().id();

    assertThat(second).startsWith(first).isNotEqualTo(first);
    assertThat(publisher().rollBack(holder(), Optional.of(first)))
        .isInstanceOf(RollbackResult.Done.class);
  }

  @Test
  void aFileIsComparedByAnyOfItsNames() throws IOException {
    publish();
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\n\nBetter text.\n");

    for (String name :
        List.of("a1.html", "/a1.html", "https://example.org/a1.html#x", "content/a1.md")) {
      Comparison.Versions versions = compare(name).file().orElseThrow();
      assertThat(versions.path()).isEqualTo(new OutputPath("a1.html"));
      assertThat(text(versions.before())).contains("<p>Text.").doesNotContain("Better");
      assertThat(text(versions.after())).contains("<p>Better text.");
    }
    assertThat(compare("").file())
        .map(Comparison.Versions::path)
        .contains(new OutputPath("index.html"));
    assertThat(compare("nowhere.html").file()).isEmpty();
  }

  @Test
  void aFileThatWouldGoIsComparedToo() throws IOException {
    publish();
    Files.delete(site.directory().resolve("content/a1.md"));

    for (String name : List.of("a1.html", "content/a1.md")) {
      Comparison.Versions versions = compare(name).file().orElseThrow();
      assertThat(text(versions.before())).contains("<p>Text.");
      assertThat(versions.after()).isEmpty();
    }
  }

  private Comparison.Compared compare(String file) throws IOException {
    return (Comparison.Compared)
        publisher().compare(build(TestSite.AS_OF), holder(), Optional.of(file));
  }

  private static String text(Optional<byte[]> bytes) {
    return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
  }

  private void deleteArticles(int count) throws IOException {
    for (int i = 1; i <= count; i++) {
      Files.delete(site.directory().resolve("content/a" + i + ".md"));
    }
  }

  private PublishResult publish() throws IOException {
    return publish(Set.of(), false);
  }

  private PublishResult publish(Set<GateRule> allowed, boolean dryRun) throws IOException {
    return publish(allowed, dryRun, TestSite.AS_OF);
  }

  private PublishResult publish(Set<GateRule> allowed, boolean dryRun, Instant asOf)
      throws IOException {
    return publisher().publish(build(asOf), new PublishRequest(holder(), allowed, dryRun));
  }

  private Publisher publisher() {
    return new Publisher(site.config());
  }

  private Build build(Instant asOf) {
    return new Build(site.config(), asOf, 2, BuildListener.none());
  }

  /// Each publish begins an hour after the one before.
  private Holder holder() {
    Instant now = TestSite.AS_OF.plus(Duration.ofHours(publishes++));
    return new Holder(ProcessHandle.current().pid(), "tester", now, "a test");
  }

  private static PublishResult.Live live(PublishResult result) {
    assertThat(result).as("%s", result.diagnostics()).isInstanceOf(PublishResult.Live.class);
    return (PublishResult.Live) result;
  }

  private static String refusal(PublishResult result, PublishResult.Reason reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            PublishResult.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    return result.diagnostics().stream()
        .map(diagnostic -> diagnostic + "\n")
        .collect(Collectors.joining());
  }

  private String events() throws IOException {
    return Files.readString(site.directory().resolve("events"));
  }

  /// Every file of `html` and `html.old` with its inode, time and content.
  private Map<String, String> served() throws IOException {
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
