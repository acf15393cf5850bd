package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/// What a publish would change, with the exact text.
class DiffCliTest extends PublishedScenario {
  @Test
  void diffShowsATree() throws IOException {
    file("godwit.toml", small());
    onSite("publish");
    delete("one");
    file("content/two.md", article("two", "Better text."));
    file("content/a.md", "Save_as: b/c/d.html\n" + article("a", "Text."));
    file("content/images/x/1.png", "png");
    file("content/images/x/2.png", "png");
    String tree =
        """
          b/
            c/
        +     d.html
          images/
            x/
        +     1.png
        +     2.png
        ~ index.html
        - one.html
        ~ two.html
        2 changed, 3 added, 1 removed
        """;

    assertThat(onSite("diff").err()).isEmpty();
    assertThat(withoutUnlisted(onSite("diff").out())).isEqualTo(withoutUnlisted(tree));
    assertThat(onSite("publish", "--dry-run").out())
        .isEqualTo(onSite("diff").out() + "a dry run: nothing is published\n");
    assertThat(onSite("publish", "--dry-run").err()).contains("warning[removed-page]");
    assertThat(directory.resolve("public/html/one.html")).exists();
  }

  /// A site without lists but for its front page, so that the tree is short.
  private static String small() {
    return """
    [site]
    title = "Flock"

    [urls]
    archives = ""
    categories = ""
    category = ""
    tags = ""
    authors = ""
    """;
  }

  private static String withoutUnlisted(String tree) {
    return tree.lines()
        .filter(line -> !line.matches("~ (three|four|five|six)\\.html|.* removed"))
        .toList()
        .toString();
  }

  @Test
  void diffShowsOneFile() throws IOException {
    onSite("publish");
    file("content/two.md", article("two", "Better text."));

    Cli told = onSite("diff", "content/two.md");

    assertThat(told.err()).isEmpty();
    assertThat(told.exitCode()).isZero();
    assertThat(told.out())
        .startsWith("--- live/two.html\n+++ new/two.html\n@@ -")
        .contains("\n <p>A line.</p>\n", "-<p>Text of two.</p>\n", "\n+<p>Better text.</p>\n");
    assertThat(onSite("diff", "https://example.org/blog/two.html")).isEqualTo(told);
    assertThat(onSite("diff", "/blog/two.html")).isEqualTo(told);
    assertThat(onSite("diff", "robots.txt").out()).isEqualTo("robots.txt would not change\n");
    JSONObject json = json(0, "diff", "two.html");
    assertThat(json.getString("diff")).isEqualTo(told.out());
    assertThat(json.getString("url")).isEqualTo("https://example.org/blog/two.html");
    assertThat(onSite("diff", "nowhere.html"))
        .isEqualTo(
            Cli.wrongUsage("diff", "neither what is live nor the site has a file 'nowhere.html'"));
  }

  @Test
  void diffShowsAFileThatComesOrGoesOrIsNoText() throws IOException {
    file("content/images/i.png", "a\0b");
    file("content/images/notes.txt", "one\n");
    onSite("publish");
    file("content/images/notes.txt", "one");
    delete("one");
    file("content/new.md", article("new", "Text."));
    file("content/images/i.png", "a\0bc");

    assertThat(onSite("diff", "one.html").out())
        .startsWith("--- live/one.html\n+++ /dev/null\n@@ -1,")
        .contains(" +0,0 @@\n-<!DOCTYPE html>\n");
    assertThat(onSite("diff", "new.html").out())
        .startsWith("--- /dev/null\n+++ new/new.html\n@@ -0,0 +1,");
    assertThat(onSite("diff", "images/notes.txt").out())
        .isEqualTo(
            "live/images/notes.txt and new/images/notes.txt differ only in how their lines end\n");
    assertThat(onSite("diff", "images/i.png").out())
        .isEqualTo(
            "live/images/i.png (3 bytes) and new/images/i.png (4 bytes) differ, and are not"
                + " text\n");
  }

  @Test
  void diffHasUrlsForACache() throws IOException {
    onSite("publish");
    delete("one");
    file("content/two.md", article("two", "Better text."));
    file("content/new.md", article("new", "Text."));

    JSONObject json = json(0, "diff");

    assertThat(json.keySet())
        .containsExactlyInAnyOrder(
            "result", "before", "added", "changed", "removed", "diagnostics");
    assertThat(json.getJSONArray("added").getJSONObject(0).toMap())
        .containsEntry("path", "new.html")
        .containsEntry("url", "https://example.org/blog/new.html")
        .containsEntry("kind", "page")
        .containsEntry("source", "content/new.md")
        .containsEntry("contentChanged", true);
    assertThat(json.getJSONArray("removed").getJSONObject(0).toMap())
        .containsEntry("url", "https://example.org/blog/one.html");
    assertThat(json.getJSONArray("changed").toList().toString())
        .contains("url=https://example.org/blog/two.html");
    assertThat(json(0, "publish", "--dry-run").getString("result")).isEqualTo("dry-run");
  }

  @Test
  void diffTellsTheErrorsOfTheSite() throws IOException {
    file("content/one.md", "Title: One\nDate: someday\n\nText.\n");

    assertThat(onSite("diff"))
        .isEqualTo(Cli.wrongDate("content/one.md", "the site cannot be published like this"));
  }
}
