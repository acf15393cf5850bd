package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What one article more changes of a large site with `pagination.stable`, and without.
class StablePagesCliTest extends PublishedScenario {
  private static final int BEFORE = 1000;

  @BeforeEach
  void makeLargeSite() throws IOException {
    delete("one", "two", "three", "four", "five", "six");
    for (int i = 1; i <= BEFORE; i++) {
      more(i);
    }
  }

  private void more(int i) throws IOException {
    String date = "2026-01-%02d %02d:%02d".formatted(1 + i / 600, i / 60 % 10, i % 60);
    file(
        "content/a%04d.md".formatted(i),
        "Title: a%04d\nDate: %s\nCategory: c\nTags: t%s\nAuthor: Ann\n\nText.\n"
            .formatted(i, date, i % 2 == 0 ? ", even" : ""));
  }

  private void settings(String more) throws IOException {
    file(
        "godwit.toml",
        "[site]\ntitle = \"Flock\"\nurl = \"https://example.org\"\n[pagination]\n" + more);
  }

  @Test
  void aNewArticleChangesTheFrontsAndNoFullPage() throws IOException {
    settings("stable = true\n");
    onSite("publish");
    more(BEFORE + 1);

    assertThat(lists("added")).isEmpty();
    assertThat(lists("changed"))
        .containsExactlyInAnyOrder(
            "index.html",
            "tag/t.html",
            "category/c.html",
            "author/ann.html", // the fronts
            "archives.html",
            "tags.html",
            "categories.html",
            "authors.html");

    for (int i = 2; i < 10; i++) {
      more(BEFORE + i);
    }
    onSite("publish");
    more(BEFORE + 10);

    assertThat(lists("changed"))
        .containsExactlyInAnyOrder(
            "index.html",
            "tag/t.html",
            "category/c.html",
            "author/ann.html",
            "tag/even.html",
            "page/100.html",
            "tag/t/page/100.html",
            "category/c/page/100.html",
            "author/ann/page/100.html",
            "archives.html",
            "tags.html",
            "categories.html",
            "authors.html");
    assertThat(lists("added"))
        .containsExactlyInAnyOrder(
            "page/101.html",
            "tag/t/page/101.html",
            "category/c/page/101.html",
            "author/ann/page/101.html");
  }

  @Test
  void withoutItANewArticleChangesThemAll() throws IOException {
    settings("");
    onSite("publish");
    more(BEFORE + 1);

    assertThat(lists("changed")).hasSizeGreaterThan(400);
  }

  @Test
  void theNewestFullPageLeadsToTheFrontByTheAddressOfThePageToCome() throws IOException {
    settings("stable = true\n");
    onSite("publish");

    Document front = page("index.html");
    assertThat(front.select("article.teaser")).hasSize(10);
    assertThat(front.select(".pager a").eachAttr("href")).containsExactly("/page/99.html");
    assertThat(front.select(".pager .position")).isEmpty();
    assertThat(front.title()).isEqualTo("Flock");
    Document newest = page("page/99.html");
    assertThat(newest.select(".pager a").eachAttr("href"))
        .containsExactly("/page/100.html", "/page/98.html");
    assertThat(newest.select(".pager .position").text()).isEqualTo("Page 99");
    assertThat(newest.title()).isEqualTo("Page 99 · Flock");
    assertThat(newest.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/page/99.html");
    Document toCome = page("page/100.html");
    assertThat(toCome.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("0; url=/");
    assertThat(toCome.select("link[rel=canonical]").attr("href")).isEqualTo("https://example.org/");
    assertThat(toCome.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    assertThat(page("tag/t/page/100.html").select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/tag/t.html");
    assertThat(page("page/1.html").select(".pager a").eachAttr("href"))
        .containsExactly("/page/2.html");
    assertThat(Files.readString(directory.resolve("public/html/sitemap.xml")))
        .contains("<loc>https://example.org/</loc>", "<loc>https://example.org/tag/even.html</loc>")
        .doesNotContain("/page/");
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(Files.readString(directory.resolve("public/html/" + path)));
  }

  /// The pages that would be added or changed, but for those of articles.
  private Set<String> lists(String what) {
    JSONObject diff = json(0, "diff");
    assertThat(diff.getJSONArray("removed")).isEmpty();
    Set<String> paths = new TreeSet<>();
    JSONArray files = diff.getJSONArray(what);
    for (int i = 0; i < files.length(); i++) {
      String path = files.getJSONObject(i).getString("path");
      if (path.endsWith(".html") && !path.matches("a\\d+\\.html")) {
        paths.add(path);
      }
    }
    return paths;
  }
}
