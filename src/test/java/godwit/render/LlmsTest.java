package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `llms.txt`, by the format of llmstxt.org.
class LlmsTest {
  private static final String CONFIG =
      """
      [site]
      title = "Birds # [& Mud]"
      description = \"\"\"
      - Two
      lines <b>\"\"\"
      url = "https://example.org/blog"
      [llms]
      list = true
      """;

  /// How the parser of llmstxt.org takes a link apart.
  private static final Pattern LINK =
      Pattern.compile("-\\s*\\[(?<title>[^\\]]+)\\]\\((?<url>[^\\)]+)\\)(?::\\s*(?<desc>.*))?");

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, CONFIG);
    site.article("old.md", "Title: Old\nDate: 2026-01-01\n\nOld *text*\nwith `code`.");
    site.article(
        "new.md", "Title: New [and (odd)]\nDate: 2026-03-01\nDescription: Given, a_b *c*.\n\nNew.");
    site.article("alt.md", "Title: Alt\nSlug: old\nLang: de\nDate: 2026-01-02\n\nAlt.");
    site.article("long.md", "Title: Long\nDate: 2026-02-01\n\n" + "word ".repeat(100));
    site.article("draft.md", "Title: Secret\nStatus: draft\nDate: 2026-04-01\n\nx");
    site.article("hidden.md", "Title: Secret\nSlug: h\nStatus: hidden\nDate: 2026-04-01\n\nx");
    site.article("due.md", "Title: Secret\nSlug: due\nDate: 2027-04-01\n\nx");
    site.file("content/pages/z.md", "Title: Z\nUrl: a/z(1).html\nSave_as: a/z(1).html\n\nZ.");
    site.file("content/pages/a.md", "Title: A\nUrl: z/\nSave_as: z/index.html\n\n");
    site.file("content/pages/h.html", "<html><head><title>H</title></head><body>Body.</body>");
  }

  @Test
  void listsPagesAndArticlesEachWithALineAboutIt() throws IOException {
    assertThat(site.build().text("llms.txt"))
        .isEqualTo(
            """
            # Birds # \\[& Mud]

            > \\- Two lines \\<b>

            ## Pages

            - [Z](https://example.org/blog/a/z%%281%%29.html): Z.
            - [H](https://example.org/blog/pages/h.html): Body.
            - [A](https://example.org/blog/z/)

            ## Articles

            - [New &#91;and (odd)&#93;](https://example.org/blog/new-and-odd.html): Given, a_b \\*c\\*.
            - [Long](https://example.org/blog/long.html): %s…
            - [Old](https://example.org/blog/old.html): Old text with code.
            """
                .formatted("word ".repeat(40).strip()));
  }

  @Test
  void everyLinkIsOneToProgramsThatReadIt() throws IOException {
    List<String> links =
        site.build().text("llms.txt").lines().filter(line -> line.startsWith("- ")).toList();

    assertThat(links).hasSize(6).allMatch(line -> LINK.matcher(line).matches());
  }

  @Test
  void leadsToTheMarkdownWhereThereIsSome() throws IOException {
    site.file("godwit.toml", CONFIG + "copies = true\n");

    assertThat(site.build().text("llms.txt"))
        .contains("(https://example.org/blog/a/z%281%29.html.md)")
        .contains("(https://example.org/blog/z/index.html.md)")
        .contains("(https://example.org/blog/old.html.md)")
        .contains("(https://example.org/blog/pages/h.html)");
  }

  @Test
  void namesTheNewestArticlesAndWhereTheOthersAre() throws IOException {
    site.file("godwit.toml", CONFIG + "articles = 2\n");

    assertThat(site.build().text("llms.txt"))
        .contains("[New", "[Long]")
        .doesNotContain("[Old]")
        .endsWith(
            "\n"
                + "## Optional\n\n"
                + "- [All articles](https://example.org/blog/archives.html): 3 of them\n");

    site.file("godwit.toml", CONFIG + "articles = 2\n[urls]\narchives = \"\"\n");
    assertThat(site.build().text("llms.txt"))
        .endsWith("- [All articles](https://example.org/blog/sitemap.xml): 3 of them\n");

    site.file("godwit.toml", CONFIG + "articles = 0\n");
    assertThat(site.build().text("llms.txt")).contains("[Old]").doesNotContain("Optional");
  }

  @Test
  void isInNoSitemapAndCanBeLinkedTo() throws IOException {
    site.article("link.md", "Title: Link\nDate: 2026-05-01\n\n[t](/blog/llms.txt)");

    assertThat(site.build().text("sitemap.xml")).doesNotContain("llms");
  }

  @Test
  void hasNoSectionForNothing() throws IOException {
    TestSite empty =
        new TestSite(
            directory.resolve("empty"),
            "[site]\ntitle = \"x\"\nurl = \"https://e.org\"\n[llms]\nlist = true\n");
    empty.article("h.md", "Title: H\nStatus: hidden\nDate: 2026-01-01\n\nx");

    assertThat(empty.build().text("llms.txt")).isEqualTo("# x\n");
  }
}
