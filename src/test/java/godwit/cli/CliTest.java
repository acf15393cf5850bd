package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands, one after the other as somebody with a new site gives them, and what is told of
/// mistakes.
class CliTest {
  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void makeSite() throws IOException {
    directory = temporary.toRealPath();
    file(
        "godwit.toml",
        "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\nauthor = \"Ada\"\n");
    file("content/one.md", "Title: One\nDate: 2026-01-02 10:00\n\nText.\n");
    file("content/pages/about.md", "Title: About\n\nText.\n");
  }

  private void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Cli onSite(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--site=" + directory));
    all.addAll(List.of(arguments));
    if (!command.equals("new") && all.stream().noneMatch(a -> a.startsWith("--as-of"))) {
      all.add("--as-of=2026-06-01T00:00Z");
    }
    return Cli.run(all.toArray(String[]::new)).without(directory);
  }

  @Test
  void initMakesASiteThatCanBePublishedAtOnce() {
    Path site = directory.resolve("blog");

    assertThat(
            Cli.run("init", site.toString(), "--title=A \"B\" \\", "--url=https://e.org/b")
                .without(site))
        .isEqualTo(
            new Cli(
                0,
                """
                Made a site in DIR
                  godwit.toml
                  content/first-article.md
                  content/pages/about.md
                Publish it with:
                  godwit publish --site DIR
                """,
                ""));
    assertThat(Cli.run("publish", "--site=" + site).without(site))
        .isEqualTo(
            new Cli(
                0,
                """
                Published 1 article, 1 page and 16 other files in N s
                  live:    DIR/public/html (release ID)
                  changes: 18 added
                  look at: https://e.org/b/ once your web server serves the directory there
                """,
                ""));
    assertThat(site.resolve("public/html/my-first-article.html"))
        .content()
        .contains("A &quot;B&quot; \\");
  }

  @Test
  void initChangesNoFileThatIsThere() throws IOException {
    assertThat(Cli.run("init", directory.toString()).without(directory))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit: DIR/godwit.toml is there already; nothing was changed
                See 'godwit init --help'.
                """));
  }

  @Test
  void publishKeepsWhatWasLiveBefore() throws IOException {
    assertThat(onSite("publish").exitCode()).isZero();
    file("content/one.md", "Title: One\nDate: 2026-01-02 10:00\n\nOther text.\n");

    assertThat(onSite("publish"))
        .isEqualTo(
            new Cli(
                0,
                """
                Published 1 article, 1 page and 16 other files in N s
                  live:    DIR/public/html (release ID)
                  before:  DIR/public/html.old
                  changes: 7 changed
                  look at: http://127.0.0.1:8000/ after
                           JAVA/bin/java -m jdk.httpserver -p 8000 -d DIR/public/html
                """,
                ""));
    assertThat(directory.resolve("public/html/one.html")).content().contains("Other text.");
    assertThat(directory.resolve("public/html.old/one.html")).content().contains("<p>Text.");
  }

  @Test
  void publishSaysWhatIsNotDueYet() throws IOException {
    file("content/due.md", "Title: Due\nDate: 2026-12-01 09:00\n\nText.\n");

    assertThat(onSite("publish").out())
        .startsWith("not published yet: content/due.md is due 2026-12-01 09:00 UTC\n");
    assertThat(onSite("publish", "--as-of=2026-12-01T09:00").out()).startsWith("Published 2");
  }

  @Test
  void listShowsEverything() throws IOException {
    file("content/draft.md", "Title: D\nStatus: draft\n\nText.\n");
    file("content/due.md", "Title: Due\nDate: 2026-12-01 09:00\n\nText.\n");

    assertThat(onSite("list"))
        .isEqualTo(
            new Cli(
                0,
                """
                2026-01-02 10:00\tpublished\tarticle\t/one.html\ten\tcontent/one.md\tOne
                -\tpublished\tpage\t/pages/about.html\ten\tcontent/pages/about.md\tAbout
                -\tdraft\tarticle\t/drafts/d.html\ten\tcontent/draft.md\tD
                """,
                "not published yet: content/due.md is due 2026-12-01 09:00 UTC\n"));
  }

  @Test
  void whatATerminalObeysIsNotPrinted() throws IOException {
    file("content/a\u001b[31m\nb.md", "Title: Due\nDate: 2026-12-01 09:00\n\nText.\n");
    file("content/c\u009b\td.md", "Title: D\nDate: 2026-01-01 09:00\n\n\u001b[31mred\n");

    assertThat(onSite("list").out()).contains("\tcontent/c\uFFFD\uFFFDd.md\t");
    assertThat(onSite("list").err()).contains("content/a\uFFFD[31m\uFFFDb.md is due");
    assertThat(onSite("diff", "d.html").out()).contains("+").contains("\uFFFD[31mred");
    assertThat(onSite("publish").out()).contains("content/a\uFFFD[31m\uFFFDb.md is due");
    // schedule takes no --as-of
    assertThat(Cli.run("schedule", "--site=" + directory).out())
        .satisfiesAnyOf(
            out -> assertThat(out).contains("content/a\uFFFD[31m\uFFFDb.md"),
            out -> assertThat(out).isEqualTo("nothing is due\n"));
  }

  @Test
  void newTakesNoTitleThatIsTooLongForAFile() throws IOException {
    assertThat(onSite("new", "x".repeat(400)))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit: the title makes a file name of 403 bytes, and 255 is the most; begin with a shorter one and change it in the header
                See 'godwit new --help'.
                """));
    assertThat(onSite("new", "x".repeat(252)).exitCode()).isZero();
  }

  @Test
  void newBeginsAnArticleThatCanBeBuilt() throws IOException {
    assertThat(onSite("new", "Notes:  from the \"Sea\"", "--tags=birds, mud", "--category=Trips"))
        .isEqualTo(new Cli(0, "DIR/content/notes-from-the-sea.md\n", ""));
    assertThat(Files.readString(directory.resolve("content/notes-from-the-sea.md")))
        .matches(
            "Title: Notes: from the \"Sea\"\nDate: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\n"
                + "Category: Trips\nTags: birds, mud\n\n");
    assertThat(onSite("new", "Contact", "--page", "--draft").exitCode()).isZero();
    assertThat(directory.resolve("content/pages/contact.md"))
        .hasContent("Title: Contact\nStatus: draft\n\n");
    assertThat(onSite("check", "--as-of=2999-01-01").exitCode()).isZero();
  }

  @Test
  void newChangesNoFileThatIsThere() {
    assertThat(onSite("new", "One"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit: DIR/content/one.md is there already; give another title, or edit it
                See 'godwit new --help'.
                """));
    assertThat(onSite("new", "!?"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "godwit: no file can be named after the title '!?'\nSee 'godwit new --help'.\n"));
  }

  @Test
  void checkWritesNothing() {
    assertThat(onSite("check"))
        .isEqualTo(
            new Cli(
                0,
                "Checked 1 article, 1 page and 16 other files in N s: the site can be published\n",
                ""));
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("godwit.toml", "content");
  }

  @Test
  void buildWritesIntoADirectory() throws IOException {
    assertThat(onSite("build"))
        .isEqualTo(
            new Cli(0, "Built 1 article, 1 page and 16 other files in N s, in DIR/build\n", ""));
    assertThat(directory.resolve("build/one.html")).content().contains("Text.");

    file("mine/file.txt", "mine");
    assertThat(onSite("build", "-o", directory.resolve("mine").toString()))
        .isEqualTo(
            new Cli(
                7,
                "",
                "godwit: DIR/mine holds what no build made: file.txt; move it away, or name another"
                    + " directory with --output\n"));
    assertThat(directory.resolve("mine/file.txt")).hasContent("mine");
  }

  @Test
  void aBuildThatFailsRemovesWhatItMade() throws IOException {
    file("content/bad.md", "Title: Bad\nDate: someday\n\nText.\n");

    assertThat(onSite("build", "-o", directory.resolve("new/deep").toString()).exitCode()).isOne();
    assertThat(directory.resolve("new")).doesNotExist();

    Files.createDirectory(directory.resolve("there"));
    assertThat(onSite("build", "-o", directory.resolve("there").toString()).exitCode()).isOne();
    assertThat(directory.resolve("there")).isEmptyDirectory();

    file("beside/file.txt", "mine");
    assertThat(onSite("build", "-o", directory.resolve("beside/out").toString()).exitCode())
        .isOne();
    assertThat(directory.resolve("beside").toFile().list()).containsExactly("file.txt");
  }

  @Test
  void aBuildThatFailsMayBeFollowedByAnother() throws IOException {
    assertThat(onSite("build").exitCode()).isZero();
    file("content/bad.md", "Title: Bad\nDate: someday\n\nText.\n");
    assertThat(onSite("build").exitCode()).isOne();
    assertThat(directory.resolve("build").toFile().list()).containsExactly(".godwit-build");

    Files.delete(directory.resolve("content/bad.md"));
    assertThat(onSite("build").exitCode()).isZero();
    assertThat(directory.resolve("build/one.html")).exists();
  }

  @Test
  void buildDeletesOnlyWhatABuildMade() throws IOException {
    assertThat(onSite("build").exitCode()).isZero();
    file("build/pages/hand.txt", "by hand");
    file("build/one.html", "by hand");
    file("elsewhere/kept.txt", "kept");
    Files.createSymbolicLink(directory.resolve("build/link"), directory.resolve("elsewhere"));
    Files.createDirectory(directory.resolve("build/empty"));

    assertThat(onSite("build"))
        .isEqualTo(
            new Cli(
                7,
                "",
                "godwit: DIR/build holds what no build made: empty, link, pages/hand.txt; move it"
                    + " away, or name another directory with --output\n"));
    assertThat(directory.resolve("build/pages/hand.txt")).hasContent("by hand");
    assertThat(directory.resolve("build/one.html")).hasContent("by hand");

    Files.delete(directory.resolve("build/link"));
    Files.delete(directory.resolve("build/empty"));
    Files.delete(directory.resolve("build/pages/hand.txt"));
    Files.delete(directory.resolve("content/pages/about.md"));
    assertThat(onSite("build").exitCode()).isZero();
    assertThat(directory.resolve("build/one.html")).content().contains("Text.");
    assertThat(directory.resolve("build/pages")).doesNotExist();
    assertThat(directory.resolve("elsewhere/kept.txt")).hasContent("kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build|nothing is built",
        "check|the site cannot be published like this",
        "publish|nothing is published, what was live is live still"
      })
  void tellsOfEveryErrorOfTheSite(String command, String consequence) throws IOException {
    file("content/bad.md", "Title: Bad\nDate: someday\n\nText.\n");
    file("content/one.md", "Title: One\nDate: 2026-01-02\n\n[x](nowhere.html)\n");

    assertThat(onSite(command))
        .isEqualTo(
            new Cli(
                1,
                "",
                """
                content/bad.md:2:7: error[date]: 'someday' is not a date
                  hint: write YYYY-MM-DD, or YYYY-MM-DD HH:MM
                content/one.md:4:1: error[broken-link]: no page or file 'nowhere.html' on the site
                2 errors; %s
                """
                    .formatted(consequence)));
    assertThat(directory.resolve("public/html")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "check", "publish", "list", "new"})
  void tellsWhatIsWrongWithTheSettings(String command) throws IOException {
    file("godwit.toml", "[site]\ntitel = \"x\"\n");
    Cli told = command.equals("new") ? onSite(command, "T") : onSite(command);

    assertThat(told)
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                godwit.toml:1:1: error[config-missing]: site.title is missing
                  hint: write title = "…" below [site]
                godwit.toml:2:1: error[config-unknown-key]: unknown key 'titel' in [site]
                  hint: did you mean site.title?
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "check", "publish", "list"})
  void printsNothingOnSuccessIfToldToBeQuiet(String command) {
    assertThat(onSite(command, "--quiet")).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void initAndNewAreQuietToo() {
    assertThat(onSite("new", "T", "-q")).isEqualTo(new Cli(0, "", ""));
    assertThat(Cli.run("init", "-q", directory.resolve("x").toString()))
        .isEqualTo(new Cli(0, "", ""));
  }
}
