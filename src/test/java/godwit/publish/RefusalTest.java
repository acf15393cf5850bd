package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is not let through, and leaves the site live that was.
class RefusalTest extends PublisherScenario {
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
  void linksThatLeadNowhereLeaveTheSiteLiveUnlessTheyAreAllowed() throws IOException {
    publish();
    Map<String, String> served = served();
    String text = "[x]({filename}no.md) [y](#no)\n";
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\n\n" + text);

    assertThat(refusal(publish(), PublishResult.Reason.SITE))
        .isEqualTo(
            """
            content/a1.md:4:1: error[broken-link]: no file 'no.md' under content/
            content/a1.md:4:22: error[broken-anchor]: no anchor '#no' in content/a1.md
              hint: to publish all the same, once: --allow broken-link
            """);
    assertThat(served()).isEqualTo(served);
    assertThat(publish(Set.of(GateRule.BROKEN_LINK), true))
        .isInstanceOf(PublishResult.Previewed.class);

    PublishResult.Live live = live(publish(Set.of(GateRule.BROKEN_LINK), false));
    assertThat(live.diagnostics())
        .extracting(found -> found.severity() + " " + found.code())
        .containsExactly("WARNING broken-link", "WARNING broken-anchor");
  }

  @Test
  void whatNoFlagLetsPassIsNotToldOfOne() throws IOException {
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\nStatus: odd\n\nText.\n");
    site.article("a2.md", "Title: A2\nDate: 2026-01-01\n\n[x]({filename}no.md)\n");

    assertThat(refusal(publish(), PublishResult.Reason.SITE))
        .contains("error[broken-link]")
        .doesNotContain("--allow");
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
}
