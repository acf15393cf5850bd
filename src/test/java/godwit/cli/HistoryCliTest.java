package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a publish would change, what is refused, what was published before: the commands that tell
/// it, with their exact text.
class HistoryCliTest {
  private static final Pattern FINGERPRINTED = Pattern.compile("\\.[0-9a-z]{8,}\\.[a-z]+");

  private static final String KEPT =
      """
      html.old/mine.txt: warning[kept-file]: it was added by hand in release ID, and is kept as DIR/public/.godwit/kept/ID/mine.txt
        hint: put it among the sources if it is to be published, else delete it
      html.old/one.html: warning[kept-file]: it was changed by hand in release ID, and is kept as DIR/public/.godwit/kept/ID/one.html
        hint: what is published is made of the sources: make the change there, or delete the file
      """;

  private static final String UNSERVED =
      """
      html/mine.txt: warning[kept-file]: it was added by hand, and is no longer served: it is now html.old/mine.txt
        hint: put it among the sources if it is to be published, else delete it; a later publish moves it to .godwit/kept
      """;

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    directory = temporary.toRealPath();
    file("godwit.toml", "[site]\ntitle = \"Flock\"\nurl = \"https://example.org/blog\"\n");
    for (String name : List.of("one", "two", "three", "four", "five", "six")) {
      file("content/" + name + ".md", article(name, "Text of " + name + "."));
    }
  }

  private static String article(String name, String text) {
    return "Title: " + name + "\nDate: 2026-01-02 10:00\n\nA line.\n\n" + text + "\n";
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void delete(String... names) throws IOException {
    for (String name : names) {
      Files.delete(directory.resolve("content/" + name + ".md"));
    }
  }

  private Cli onSite(String command, String... arguments) {
    return raw(command, arguments).without(directory);
  }

  private Cli raw(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--site=" + directory));
    all.addAll(List.of(arguments));
    if (List.of("publish", "diff").contains(command)) {
      all.add("--as-of=2026-06-01T00:00Z");
    }
    return Cli.run(all.toArray(String[]::new));
  }

  private JSONObject json(int exitCode, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Cli told = raw(command, all.toArray(String[]::new));
    assertThat(told.err()).isEmpty();
    assertThat(told.exitCode()).as(told.out()).isEqualTo(exitCode);
    return told.json();
  }

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
            new Cli(
                2,
                "",
                "godwit: neither what is live nor the site has a file 'nowhere.html'\n"
                    + "See 'godwit diff --help'.\n"));
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
        .isEqualTo(
            new Cli(
                1,
                "",
                """
                content/one.md:2:7: error[date]: 'someday' is not a date
                  hint: write YYYY-MM-DD, or YYYY-MM-DD HH:MM
                1 error; the site cannot be published like this
                """));
  }

  @Test
  void releasesAreListed() throws IOException {
    assertThat(onSite("releases"))
        .isEqualTo(new Cli(0, "there is no release yet: make one with 'godwit publish'\n", ""));
    onSite("publish");
    file("content/two.md", article("two", "Better text."));
    onSite("publish");

    String table =
        raw("releases")
            .out()
            .replaceAll("\\d{8}T\\d{6}\\.\\d{3}Z", "ID                  ")
            .replaceAll("20\\d\\d-(?!06-01)\\d\\d-\\d\\d \\d\\d:\\d\\d", "NOW             ")
            .replace(System.getProperty("user.name"), "USER");
    assertThat(table)
        .isEqualTo(
            """
            release               state   made              as of              pages   files  by
            ID                    live    NOW               2026-06-01 00:00       6      FF  USER
            ID                    backup  NOW               2026-06-01 00:00       6      FF  USER
            """
                .replace("FF", String.valueOf(files())));
    JSONObject json = json(0, "releases");
    assertThat(json.getJSONArray("releases")).hasSize(2);
    assertThat(json.getJSONArray("releases").getJSONObject(0).toMap())
        .containsOnlyKeys(
            "id", "state", "site", "made", "asOf", "user", "pid", "command", "pages", "files",
            "bytes")
        .containsEntry("state", "live")
        .containsEntry("site", "https://example.org/blog")
        .containsEntry("asOf", "2026-06-01T00:00:00Z")
        .containsEntry("command", "godwit publish")
        .containsEntry("pages", 6);
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("public/html"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !FINGERPRINTED.matcher(file.toString()).find())
          .count();
    }
  }

  @Test
  void copiesOfAssetsAreNotCounted() throws IOException {
    String published = raw("publish").out();
    long files = files();

    assertThat(published).contains("  changes: " + files + " added\n");
    assertThat(json(0, "releases").getJSONArray("releases").getJSONObject(0).getLong("files"))
        .isEqualTo(files);
    file("content/images/i.css", "a {}");
    file("content/two.md", article("two", "<link rel=\"stylesheet\" href=\"images/i.css\">"));
    assertThat(onSite("diff").out()).contains("+   i.css\n").doesNotContainPattern(FINGERPRINTED);
    assertThat(json(0, "diff").getJSONArray("added").toString()).containsPattern(FINGERPRINTED);
  }

  @Test
  void whatWasPutIntoTheServedTreeByHandIsToldWhenItIsMovedOut() throws IOException {
    onSite("publish");
    file("public/html/mine.txt", "mine");
    file("public/html/one.html", "edited");
    for (int i = 0; i < 3; i++) {
      file("content/two.md", article("two", "Text " + i));
      assertThat(onSite("publish").err())
          .as("publish %d", i)
          .isEqualTo(List.of(UNSERVED, "", KEPT).get(i));
    }
    file("public/html/mine.txt", "mine again");
    for (int i = 3; i < 5; i++) {
      file("content/two.md", article("two", "Text " + i));
      onSite("publish");
    }
    assertThat(onSite("releases").err()).isEmpty();
    assertThat(onSite("fsck").err()).contains("  .godwit/staging/mine.txt (release ID)\n");
    JSONObject warning = json(0, "publish").getJSONArray("diagnostics").getJSONObject(0);
    assertThat(warning.getString("code")).isEqualTo("kept-file");
    assertThat(Path.of(warning.getString("message").replaceFirst("^.* kept as ", "")))
        .content()
        .isEqualTo("mine again");
  }

  @Test
  void rollbackGoesBackAndForth() throws IOException {
    onSite("publish");
    file("content/seven.md", article("seven", "Text."));
    onSite("publish");
    String live = json(0, "releases").getJSONArray("releases").getJSONObject(0).getString("id");

    Cli told = onSite("rollback");

    assertThat(told.out().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "NOW"))
        .startsWith(
            """
            Went back to release ID, made NOW
              live:    DIR/public/html
              before:  DIR/public/html.old (release ID)
              changes: \
            """)
        .endsWith(" changed, 1 removed\n  gone:    seven.html\n  undo:    godwit rollback\n");
    assertThat(directory.resolve("public/html/seven.html")).doesNotExist();
    assertThat(onSite("rollback", live).exitCode()).isZero();
    assertThat(directory.resolve("public/html/seven.html")).exists();
    assertThat(onSite("rollback", live))
        .isEqualTo(new Cli(0, "nothing to do: release ID is live\n", ""));
    assertThat(json(0, "rollback").toMap())
        .containsOnlyKeys(
            "result",
            "release",
            "backup",
            "before",
            "added",
            "changed",
            "removed",
            "after",
            "diagnostics")
        .containsEntry("before", live);
  }

  @Test
  void rollbackSaysWhichReleaseIsNotThere() throws IOException {
    onSite("publish");
    file("content/seven.md", article("seven", "Text."));
    onSite("publish");

    assertThat(onSite("rollback", "1999"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "godwit: there is no release '1999'; 'godwit releases' lists them\n"
                    + "See 'godwit rollback --help'.\n"));
    assertThat(onSite("rollback", "2").err())
        .startsWith("godwit: '2' begins more than one: ID, ID\n");
  }

  @Test
  void fsckSaysWhatWasChangedByHand() throws IOException {
    onSite("publish");
    assertThat(onSite("fsck"))
        .isEqualTo(new Cli(0, "Read DIR/public: all is as it was published\n", ""));
    file("public/html/one.html", "vandal");
    Files.delete(directory.resolve("public/html/two.html"));

    assertThat(onSite("fsck", "--quiet"))
        .isEqualTo(
            new Cli(
                1,
                "",
                """
                changed since it was published:
                  html/one.html (release ID)
                  hint: run 'godwit publish'; if it finds nothing to publish, run 'godwit rollback' and then 'godwit publish'
                published, and not there:
                  html/two.html (release ID)
                  hint: run 'godwit publish'; if it finds nothing to publish, run 'godwit rollback' and then 'godwit publish'
                2 files not as published; nothing is changed
                """));
    JSONObject json = json(1, "fsck");
    assertThat(json.toMap()).containsEntry("result", "error").containsEntry("reason", "target");
    assertThat(json.getJSONArray("findings").getJSONObject(0).toMap())
        .containsOnlyKeys("problem", "place", "release", "repair")
        .containsEntry("problem", "changed")
        .containsEntry("place", "html/one.html");
  }
}
