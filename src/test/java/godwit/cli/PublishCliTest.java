package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// What a publish tells, and what it refuses, with the exact text.
class PublishCliTest extends PublishedScenario {
  @Test
  void aPublishSaysWhatIsGone() throws IOException {
    onSite("publish");
    delete("one");
    file("content/seven.md", article("seven", "Text."));

    Cli told = onSite("publish");

    assertThat(told.exitCode()).isZero();
    assertThat(told.err())
        .isEqualTo(
            """
            content/one.md: warning[removed-page]: the site no longer has its page one.html, which was live
              hint: to lead its readers on, write 'Aliases: one.html' into the page that takes its place
            """);
    assertThat(told.out())
        .contains("\n  before:  DIR/public/html.old\n  changes: ")
        .contains(" changed, 1 added, 1 removed\n  gone:    one.html\n  look at: ");
  }

  @Test
  void aPublishThatChangesNothingSaysSo() {
    onSite("publish");

    assertThat(onSite("publish"))
        .isEqualTo(new Cli(0, "nothing to publish: what is live is up to date (release ID)\n", ""));
    assertThat(onSite("publish", "--quiet")).isEqualTo(new Cli(0, "", ""));
    JSONObject json = json(0, "publish");
    assertThat(json.getString("result")).isEqualTo("unchanged");
    assertThat(json.getString("release")).isNotEmpty();
  }

  @Test
  void theGateRefusesAndCanBePassed() throws IOException {
    onSite("publish");
    delete("one", "two", "three", "four");

    assertThat(onSite("publish"))
        .isEqualTo(
            new Cli(
                1,
                "",
                """
                content: error[max-removed]: the site would have 2 pages instead of 6, 66 % fewer (publish.max-removed is 20 %); gone: four.html, one.html, three.html, two.html
                  hint: see that the content is all there; 'godwit diff' lists what would go; to publish all the same, once: --allow max-removed
                1 error; nothing is published, what was live is live still
                """));
    assertThat(json(1, "publish").toMap())
        .containsEntry("result", "error")
        .containsEntry("reason", "gate");
    assertThat(onSite("publish", "--allow", "no-index,secret").exitCode()).isEqualTo(1);
    assertThat(onSite("publish", "--allow=secret", "--allow=max-removed", "--dry-run").exitCode())
        .isZero();
    assertThat(onSite("publish", "--force").exitCode()).isZero();
    assertThat(directory.resolve("public/html/one.html")).doesNotExist();
  }

  @Test
  void forceDoesNotPublishErrors() throws IOException {
    onSite("publish");
    file("content/one.md", "Title: One\nDate: someday\n\nText.\n");

    assertThat(onSite("publish", "--force").err())
        .endsWith("1 error; nothing is published, what was live is live still\n");
  }
}
