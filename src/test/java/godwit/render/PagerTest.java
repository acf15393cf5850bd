package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways to the pages and articles beside one, in the default theme: on the left is what comes
/// before in the list, on the right what comes behind, and the words say what that is.
class PagerTest {
  @TempDir Path directory;

  /// Three pages of an article each: C is the newest and the first by title.
  private BuiltSite site(String settings) throws IOException {
    TestSite site =
        new TestSite(
            directory,
            """
            [site]
            title = "Flock"
            url = "https://example.org/blog"
            [pagination]
            size = 1
            [pagination.sizes]
            archives = 1
            [content]
            """
                + settings);
    site.article("a.md", "Title: 3\nSlug: a\nDate: 2026-01-01\n\nA");
    site.article("b.md", "Title: 2\nSlug: b\nDate: 2026-01-02\n\nB");
    site.article("c.md", "Title: 1\nSlug: c\nDate: 2026-01-03\n\nC");
    return site.build();
  }

  /// Each link as its address, its `rel` and its words, from left to right.
  private static List<String> pager(BuiltSite site, String path) {
    return Jsoup.parse(site.text(path)).select(".pager a").stream().map(PagerTest::link).toList();
  }

  private static String link(Element link) {
    String rel = link.attr("rel");
    return link.attr("href") + (rel.isEmpty() ? "" : " " + rel) + " " + link.text();
  }

  @Test
  void fromTheNewestTheNewerIsBefore() throws IOException {
    BuiltSite site = site("");

    assertThat(pager(site, "index.html")).containsExactly("/blog/page/2.html next Older articles");
    assertThat(pager(site, "page/2.html"))
        .containsExactly("/blog/ prev Newer articles", "/blog/page/3.html next Older articles");
    assertThat(pager(site, "archives/page/2.html"))
        .containsExactly(
            "/blog/archives.html prev Newer articles",
            "/blog/archives/page/3.html next Older articles");
    assertThat(pager(site, "b.html"))
        .containsExactly("/blog/c.html Newer 1", "/blog/a.html Older 3");
  }

  @Test
  void fromTheOldestTheOlderIsBefore() throws IOException {
    BuiltSite site = site("article-order = \"date\"\narchive-order = \"date\"\n");

    assertThat(pager(site, "index.html")).containsExactly("/blog/page/2.html next Newer articles");
    assertThat(pager(site, "page/2.html"))
        .containsExactly("/blog/ prev Older articles", "/blog/page/3.html next Newer articles");
    assertThat(pager(site, "archives/page/2.html"))
        .containsExactly(
            "/blog/archives.html prev Older articles",
            "/blog/archives/page/3.html next Newer articles");
    assertThat(pager(site, "b.html"))
        .containsExactly("/blog/a.html Older 3", "/blog/c.html Newer 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "reversed-slug", "reversed-modified"})
  void inAnotherOrderNothingIsCalledNewer(String order) throws IOException {
    BuiltSite site =
        site(
            "article-order = \"%s\"\ndefault-metadata = {modified = \"2026-02-01\"}\n"
                .formatted(order));

    assertThat(pager(site, "page/2.html"))
        .containsExactly("/blog/ prev Previous page", "/blog/page/3.html next Next page");
    assertThat(pager(site, "archives/page/2.html"))
        .containsExactly(
            "/blog/archives.html prev Newer articles",
            "/blog/archives/page/3.html next Older articles");
    assertThat(pager(site, "b.html"))
        .allSatisfy(link -> assertThat(link).matches("/blog/[ac].html (Previous|Next) [13]"))
        .hasSize(2);
  }

  @Test
  void aFrontElsewhereIsNotTheHomePage() throws IOException {
    TestSite site =
        new TestSite(
            directory,
            "[site]\ntitle = \"F\"\n[urls]\nindex = \"blog/\"\n[pagination]\nsize = 1\n");
    site.article("a.md", "Title: A\nDate: 2026-01-01\n\nA");
    site.article("b.md", "Title: B\nDate: 2026-01-02\n\nB");

    assertThat(pager(site.build(), "blog/page/2/index.html"))
        .containsExactly("/blog/ prev Newer articles");
  }
}
