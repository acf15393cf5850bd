package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import godwit.testing.MemorySink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the default theme shows of series, related articles, weights and stable pages.
class ThemeCompanionsTest {
  private static final Map<String, byte[]> FILES = new TreeMap<>();
  @TempDir static Path directory;

  @BeforeAll
  static void build() throws IOException {
    Files.writeString(
        directory.resolve("godwit.toml"),
        """
        [site]
        title = "Flock"
        url = "https://example.org/blog"

        [urls]
        series = "series/{lang}/{slug}/"

        [pagination]
        size = 2
        stable = true

        [related]
        items = 2

        [terms]
        tag-cloud = true
        """);
    Files.createDirectories(directory.resolve("content"));
    for (int i = 1; i <= 7; i++) {
      String series = i <= 3 ? "Series: A <long> walk\n" : i == 4 ? "Series: Alone\n" : "";
      String tags = i <= 4 ? "mud, texel\n" : i == 5 ? "mud\n" : "none-" + i + "\n";
      article(
          "n" + i,
          "Title: N%d & more\nDate: 2024-01-0%d\n%sTags: %s".formatted(i, i, series, tags));
    }
    article("fr1", "Title: Un\nLang: fr\nSlug: n1\nDate: 2024-01-01\nSeries: A <long> walk\n");
    article("fr2", "Title: Deux\nLang: fr\nSlug: n2\nDate: 2024-01-02\nSeries: A <long> walk\n");
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config =
        ConfigReader.read(directory.resolve("godwit.toml"), diagnostics).orElseThrow();
    MemorySink sink = new MemorySink();
    BuildResult result =
        new Build(config, Instant.parse("2024-06-01T12:00:00Z"), 2, BuildListener.none()).run(sink);
    assertThat(result).as("%s", result).isInstanceOf(BuildResult.Built.class);
    FILES.putAll(sink.files());
  }

  private static void article(String name, String header) throws IOException {
    Files.writeString(directory.resolve("content/" + name + ".md"), header + "\nText.\n");
  }

  private static Document page(String path) {
    return Jsoup.parse(new String(FILES.get(path), StandardCharsets.UTF_8));
  }

  @Test
  void everyPageIsValidHtml() throws Exception {
    HtmlValidator validator = new HtmlValidator();
    List<String> errors = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      if (file.getKey().endsWith(".html")) {
        validator.errors(file.getValue()).forEach(e -> errors.add(file.getKey() + ":" + e));
      }
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void aPartShowsTheOtherPartsAndLeadsToTheNext() {
    Document second = page("n2-more.html");
    assertThat(second.select(".series summary").text()).isEqualTo("Part 2 of 3: A <long> walk");
    assertThat(second.select(".series li a").eachText())
        .containsExactly("N1 & more", "N2 & more", "N3 & more");
    assertThat(second.select(".series [aria-current=page]").text()).isEqualTo("N2 & more");
    assertThat(second.select(".series p a").attr("href")).isEqualTo("/blog/series/en/a-walk/");
    assertThat(second.select(".further p").text()).isEqualTo("Next part: N3 & more");
    assertThat(page("n3-more.html").select(".further p")).isEmpty();
    assertThat(page("n4-more.html").select(".series")).isEmpty();
    assertThat(page("n1-fr.html").select(".series li a").eachText()).containsExactly("Un", "Deux");
  }

  @Test
  void aSeriesHasAPageInEachLanguage() {
    assertThat(page("series/en/a-walk/index.html").select(".parts a").eachAttr("href"))
        .containsExactly("/blog/n1-more.html", "/blog/n2-more.html", "/blog/n3-more.html");
    assertThat(page("series/fr/a-walk/index.html").select("ol[lang=fr] a").eachText())
        .containsExactly("Un", "Deux");
  }

  @Test
  void anArticleLeadsToRelatedOnes() {
    assertThat(page("n1-more.html").select(".further li").eachText())
        .containsExactly("N4 & more", "N3 & more");
    assertThat(page("n6-more.html").select(".further")).isEmpty();
  }

  @Test
  void theTagsAreACloud() {
    Document tags = page("tags.html");
    assertThat(tags.select(".cloud .weight-4 a").eachText()).containsExactly("mud", "texel");
    assertThat(tags.select(".cloud .weight-1 a").eachText()).containsExactly("none-6", "none-7");
    assertThat(page("categories.html").select(".cloud")).isEmpty();
  }

  @Test
  void aNumberedPageSaysItsNumberAlone() {
    assertThat(page("page/1.html").select(".position").text()).isEqualTo("Page 1");
    assertThat(page("page/2.html").select(".pager a").eachAttr("href"))
        .containsExactly("/blog/page/3.html", "/blog/page/1.html");
    assertThat(page("index.html").select(".position")).isEmpty();
    assertThat(page("index.html").select("article")).hasSize(3);
  }
}
