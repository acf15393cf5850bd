package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.site.Article;
import godwit.site.Site;
import godwit.site.Term;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the metadata of a document comes from, and which source wins.
class MetadataSourcesTest {
  @TempDir Path directory;

  private Article only(String content, String file, String text) throws IOException {
    TestSite site = new TestSite(directory, "[site]\ntitle = \"x\"\n[content]\n" + content + "\n");
    Site built = site.article(file, text).build().site();
    assertThat(built.articles()).hasSize(1);
    return built.articles().getFirst();
  }

  private static List<String> names(List<Term> terms) {
    return terms.stream().map(Term::name).toList();
  }

  @Test
  void theFileNameComesBeforeThePathAndThatBeforeTheSettings() throws IOException {
    Article article =
        only(
            """
            filename-metadata = '(?P<date>\\d{4}-\\d\\d-\\d\\d)_(?P<slug>.*)'
            path-metadata = '(?P<category>[^/]+)/(?P<date>x)?.*'
            metadata."news".category = "elsewhere"
            metadata."news".post_id = "7"
            default-metadata.slug = "never"
            default-metadata.tags = "a, b"
            """,
            "news/2026-01-02_one.md", "Title: One\n\nText.");

    assertThat(article.slug()).isEqualTo("one");
    assertThat(article.category().name()).isEqualTo("news");
    assertThat(article.frontMatter().metadata().text("post_id")).isEqualTo("7");
    assertThat(names(article.tags())).containsExactly("a", "b");
  }

  @Test
  void namesOfGroupsMayHaveUnderscores() throws IOException {
    Article article =
        only(
            "filename-metadata = '(?P<post_id>\\d+)-(?P<save_as>.*)-(?P=post_id)'",
            "7-one.html-7.md",
            "Title: One\nDate: 2026-01-02\n\nText.");

    assertThat(article.frontMatter().metadata().text("post_id")).isEqualTo("7");
    assertThat(article.address().saveAs().value()).isEqualTo("one.html");
  }

  @Test
  void anEmptyFieldLeavesItToTheFolder() throws IOException {
    Article article = only("", "sea/one.md", "Title: One\nDate: 2026-01-02\nCategory:\n\nText.");

    assertThat(article.category().name()).isEqualTo("sea");
  }

  @Test
  void anAuthorIsOneAndAuthorsAreSeveral() throws IOException {
    String header = "Title: One\nDate: 2026-01-02\n";

    assertThat(names(only("", "one.md", header + "Author: Doe, Jane\n\nT.").authors()))
        .containsExactly("Doe, Jane");
    assertThat(names(only("", "one.md", header + "Authors: Doe, Jane\n\nT.").authors()))
        .containsExactly("Doe", "Jane");
    assertThat(names(only("", "one.md", header + "Authors: Doe, Jane; Bob\n\nT.").authors()))
        .containsExactly("Doe, Jane", "Bob");
  }

  @Test
  void severalTagsOfHtmlAreOneList() throws IOException {
    Article article =
        only(
            "",
            "one.html",
            "<html><head><title>One</title><meta name=\"date\" content=\"2026-01-02\">"
                + "<meta name=\"tags\" content=\"a\"><meta name=\"tags\" content=\"b\">"
                + "<meta name=\"keywords\" content=\"c\"></head><body>x</body></html>");

    assertThat(names(article.tags())).containsExactly("a", "b", "c");
  }

  @Test
  void hiddenFilesThatTheSettingsNameAreCopied() throws IOException {
    TestSite site =
        new TestSite(
            directory,
            """
            [site]
            title = "x"
            [content]
            static = ["extra"]
            metadata."extra/.htaccess".path = ".htaccess"
            """);
    site.article("one.md", "Title: One\nDate: 2026-01-02\n\nText.")
        .file("content/extra/.htaccess", "Deny from none")
        .file("content/extra/.well-known/security.txt", "Contact: x")
        .file("content/extra/.env", "SECRET=1");

    assertThat(site.build().site().outputs())
        .extracting(output -> output.path().value())
        .contains(".htaccess", "extra/.well-known/security.txt")
        .doesNotContain("extra/.env", ".env");
  }
}
