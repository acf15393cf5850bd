package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.diagnostic.Diagnostic;
import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Markdown beside articles and pages.
class MarkdownCopyTest {
  private static final String CONFIG =
      """
      [site]
      title = "Birds"
      url = "https://example.org/blog"
      [llms]
      copies = true
      """;

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, CONFIG);
    site.article("b.md", "Title: B\nDate: 2026-01-01\nTags: Two Words\n\n# Far\n\nB.");
    site.file("content/images/i.png", "png");
    site.file("content/images/a b(c).png", "png");
  }

  /// What becomes of a body.
  private String copyOf(String body) throws IOException {
    site.article("sub/a.md", "Title: A\nDate: 2026-03-01\nSlug: a\n\n" + body);
    String copy = site.build().text("a.html.md");
    assertThat(copy).startsWith("# A\n\n2026-03-01\n\n").endsWith("\n");
    return copy.substring("# A\n\n2026-03-01\n\n".length(), copy.length() - 1);
  }

  @Test
  void hasTheTitleTheDateTheAuthorsAndTheText() throws IOException {
    site.article(
        "c.md",
        """
        Title: A *b* & c_d [e] C #
        Date: 2026-03-01 09:30
        Authors: Ada; Grace_
        Tags: mud
        Secret: do not show
        Summary: Nor this

          \t
            code

        Text *as it is*,  with\ttabs
        and `{filename}b.md`  \nand more.


        """);

    assertThat(site.build().text("a-b-c_d-e-c.html.md"))
        .isEqualTo(
            """
            # A \\*b\\* & c_d \\[e] C \\#

            2026-03-01 · Ada, Grace\\_

                code

            Text *as it is*,  with\ttabs
            and `{filename}b.md`  \nand more.
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[t]({filename}../b.md) | [t](https://example.org/blog/b.html)",
        "[t]({filename}/b.md#far 'Title (x)') | [t](https://example.org/blog/b.html#far 'Title"
            + " (x)')",
        "[t](<{filename}../b.md> 'x') | [t](<https://example.org/blog/b.html> 'x')",
        "[t](  b.html?a=1&b=(2)  ) | [t](  https://example.org/blog/b.html?a=1&b=%282%29  )",
        "[t](b.html?a=1\\&b=\\(2) | [t](https://example.org/blog/b.html?a=1&b=%282)",
        "[t](b.html?a&amp;copy;) | [t](https://example.org/blog/b.html?a&amp;copy;)",
        "[t](/blog/b.html) | [t](https://example.org/blog/b.html)",
        "[t](#) | [t](https://example.org/blog/a.html#)",
        "[t]({tag}Two Words) | [t](https://example.org/blog/tag/two-words.html)",
        "[a *b* `](x)` \\] &amp;](b.html) | [a *b* `](x)` \\]"
            + " &amp;](https://example.org/blog/b.html)",
        "[](b.html) | [](https://example.org/blog/b.html)",
        "![]({static}/images/i.png) | ![](https://example.org/blog/images/i.png)",
        "![x]({static}/images/i.png){width=3} |"
            + " ![x](https://example.org/blog/images/i.png){width=3}",
        "![x](<{static}/images/a b(c).png>) |"
            + " ![x](<https://example.org/blog/images/a%20b%28c%29.png>)",
        "[![x](images/i.png)](b.html) |"
            + " [![x](https://example.org/blog/images/i.png)](https://example.org/blog/b.html)",
        "[a](b.html)[b](b.html) |"
            + " [a](https://example.org/blog/b.html)[b](https://example.org/blog/b.html)",
        "x <a href='b.html'>x</a> | x <a href='https://example.org/blog/b.html'>x</a>",
        "x <img src={static}/images/i.png alt=x> | x <img src=https://example.org/blog/images/i.png"
            + " alt=x>",
        "x <a href=\"b.html?a&amp;b\">x</a> | x <a"
            + " href=\"https://example.org/blog/b.html?a&amp;b\">x</a>",
        "   <p><a href='b.html'>x</a> | <p><a href='https://example.org/blog/b.html'>x</a>",
        "^[a [t](b.html)] | ^[a [t](https://example.org/blog/b.html)]",
        "[t](https://other.org/b.html) | [t](https://other.org/b.html)",
        "[t](mailto:b.html) | [t](mailto:b.html)",
        "<https://example.org/blog/b.html> | <https://example.org/blog/b.html>",
        "`[t](b.html)` | `[t](b.html)`",
        "\\[t](b.html) | \\[t](b.html)"
      })
  void writesWholeAddressesAndNothingElseAnew(String written, String copied) throws IOException {
    assertThat(copyOf(written + "\n")).isEqualTo(copied);
  }

  @Test
  void whatReplacesAnAddressFitsWhereItStands() throws IOException {
    assertThat(
            copyOf(
                """
                <pre>
                one

                <a href="b.html">z</a>
                </pre>

                <img src='b.html?it&#39;s' alt="x">

                | A | B |
                |---|---|
                | [t](b.html?q=a\\|b) | x |
                """))
        .isEqualTo(
            """
            <pre>
            one

            <a href="https://example.org/blog/b.html">z</a>
            </pre>

            <img src='https://example.org/blog/b.html?it&#39;s' alt="x">

            | A | B |
            |---|---|
            | [t](https://example.org/blog/b.html?q=a%7Cb) | x |
            """
                .strip());
  }

  @Test
  void findsLinksInEveryKindOfBlock() throws IOException {
    assertThat(
            copyOf(
                """
                > Quoted [over
                > two lines](
                > b.html
                > "and a title") and more.

                1. A list
                   - with [a link](b.html)

                     <div
                     class="x"><a
                       href="b.html">x</a></div>

                | A | B |
                |---|---|
                | a \\| \\| [t](b.html) [u](b.html) | [v](b.html) |
                | [w](b.html) | \\| ![x](images/i.png) |

                A [reference][r], [r] and a note[^1].

                [r]: b.html
                  "Title"
                [s]: <b.html>

                > [q]: b.html
                > [q]

                [^1]: With [a link](b.html).

                ```
                [t](b.html)
                [r]: b.html
                ```

                <img srcset="images/i.png 1x, images/i.png 2x" src="images/i.png">
                """))
        .isEqualTo(
            """
            > Quoted [over
            > two lines](
            > @b.html
            > "and a title") and more.

            1. A list
               - with [a link](@b.html)

                 <div
                 class="x"><a
                   href="@b.html">x</a></div>

            | A | B |
            |---|---|
            | a \\| \\| [t](@b.html) [u](@b.html) | [v](@b.html) |
            | [w](@b.html) | \\| ![x](@images/i.png) |

            A [reference][r], [r] and a note[^1].

            [r]: @b.html
              "Title"
            [s]: <@b.html>

            > [q]: @b.html
            > [q]

            [^1]: With [a link](@b.html).

            ```
            [t](b.html)
            [r]: b.html
            ```

            <img srcset="@images/i.png 1x, @images/i.png 2x" src="@images/i.png">\
            """
                .replace("@", "https://example.org/blog/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'# The *title*\n\nText.' | '# The title\n\nText.\n'",
        "'The title\n===\nText.' | '# The title\n\nText.\n'",
        "'Before.\n\n# The [title](../b.html) #\n[t](../b.html)' "
            + "| '# The title\n\nBefore.\n\n[t](https://example.org/blog/b.html)\n'",
        "'[t](../b.html)\n# The title' | '# The title\n\n[t](https://example.org/blog/b.html)\n'",
        "'## Not it\n\n# The title\n\n# Another' | '# The title\n\n## Not it\n\n\n# Another\n'"
      })
  void hasTheHeadingThatIsTheTitleOnlyOnce(String body, String copy) throws IOException {
    site.file("content/pages/p.md", "---\nSlug: p\n---\n" + body);

    assertThat(site.build().text("pages/p.html.md")).isEqualTo(copy);
  }

  @ParameterizedTest
  @CsvSource({
    "{slug}.html, c.html.md",
    "{date:%Y}/{slug}/, 2026/c/index.html.md",
    "posts/{slug}, posts/c.md",
    "{slug}.htm, c.htm.md"
  })
  void standsBesideThePage(String pattern, String copy) throws IOException {
    site.file("godwit.toml", CONFIG + "[urls]\narticle = \"" + pattern + "\"\n");
    site.article("c.md", "Title: C\nDate: 2026-03-01\n\nx");
    BuiltSite built = site.build();

    assertThat(built.text(copy)).isEqualTo("# C\n\n2026-03-01\n\nx\n");
    assertThat(built.files().values().stream().map(String::new))
        .anyMatch(
            page ->
                page.contains(
                    "<link rel=\"alternate\" type=\"text/markdown\" href=\"/blog/" + copy + "\">"));
  }

  @Test
  void thereIsNoneOfWhatListsDoNotShowAndOfHtml() throws IOException {
    site.article("d.md", "Title: D\nStatus: draft\nDate: 2026-01-01\n\nSecret.");
    site.article("h.md", "Title: H\nStatus: hidden\nDate: 2026-01-01\n\nSecret.");
    site.article("due.md", "Title: Due\nDate: 2027-01-01\n\nSecret.");
    site.article("gone.md", "Title: G\nDate: 2026-01-01\nExpires: 2026-02-01\n\nSecret.");
    site.article("t.md", "Title: T\nLang: de\nDate: 2026-01-01\n\nText.");
    site.file(
        "content/w.html",
        "<html><head><title>W</title><meta name=date content=2026-01-01></head><body>x</body>");
    BuiltSite built = site.build();

    assertThat(built.files()).containsKeys("drafts/d.html", "h.html", "w.html");
    assertThat(built.files().keySet().stream().filter(path -> path.endsWith(".md")))
        .containsExactlyInAnyOrder("b.html.md", "t-de.html.md");
    assertThat(List.of("drafts/d.html", "h.html", "w.html", "index.html", "404.html"))
        .allSatisfy(page -> assertThat(built.text(page)).doesNotContain("text/markdown"));
    assertThat(built.text("sitemap.xml")).doesNotContain(".md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'[site]\ntitle = \"x\"\nurl = \"https://example.org\"'",
        "'[site]\ntitle = \"x\"\n[llms]\ncopies = true\nlist = true'"
      })
  void thereIsNoneUnlessItIsAskedForAndTheSiteHasAnAddress(String config) throws IOException {
    site.file("godwit.toml", config);
    BuiltSite built = site.build();

    assertThat(built.files().keySet()).noneMatch(path -> path.matches(".*\\.md|llms\\.txt"));
    assertThat(built.text("b.html")).doesNotContain("text/markdown");
    assertThat(built.site().entries())
        .filteredOn(entry -> !built.site().config().site().url().isEmpty())
        .allSatisfy(entry -> assertThat(entry.document().markdown()).isNull());
  }

  @Test
  void aLinkThatLeadsNowhereStaysAsItIsWritten() throws IOException {
    site.file("godwit.toml", CONFIG + "[links]\ncheck = \"off\"\n");

    assertThat(copyOf("[t]({filename}none.md) and <a href='none.html'>x</a>"))
        .isEqualTo("[t]({filename}none.md) and <a href='none.html'>x</a>");
  }

  @Test
  void aLinkToACopyIsNotBroken() throws IOException {
    assertThat(copyOf("[t](b.html.md)")).isEqualTo("[t](https://example.org/blog/b.html.md)");
  }

  @Test
  void clashesAreReported() throws IOException {
    site.file("content/images/x.md", "x");
    site.file("content/images/l.txt", "x");
    site.file(
        "godwit.toml",
        CONFIG
            + """
            list = true
            [content]
            static = ["images"]
            [content.metadata."images/x.md"]
            path = "b.html.md"
            [content.metadata."images/l.txt"]
            path = "llms.txt"
            """);

    assertThat(site.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "content/images/l.txt: error[output-twice]: 'llms.txt' is wanted by"
                + " content/images/l.txt and by the list for language models\n"
                + "  hint: set llms.list = false in godwit.toml, or give the other one another"
                + " name",
            "content/images/x.md: error[output-twice]: 'b.html.md' is wanted by"
                + " content/images/x.md and by the Markdown copy of content/b.md\n"
                + "  hint: give one of them another slug or save_as");
  }

  @Test
  void aPageThatHasTheNameOfACopyIsReported() throws IOException {
    site.article("c.md", "Title: C\nSave_as: b.html.md\nUrl: b.html.md\nDate: 2026-01-01\n\nText.");

    assertThat(site.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "content/b.md:1:8: error[output-twice]: 'b.html.md' is wanted by"
                + " the Markdown copy of content/b.md and by content/c.md\n"
                + "  hint: give one of them another slug or save_as");
  }

  @Test
  void aNameThatIsTooLongIsReportedWhereItComesFrom() throws IOException {
    site.article("c.md", "Title: C\nSlug: " + "c".repeat(249) + "\nDate: 2026-01-01\n\nx");

    assertThat(site.diagnostics())
        .singleElement()
        .asString()
        .startsWith("content/c.md:2:7: error[output-path]: its Markdown copy cannot be a file: ");
  }
}
