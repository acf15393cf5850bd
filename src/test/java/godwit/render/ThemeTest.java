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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The default theme, on a small site that has some of everything. The pages are judged by the
/// W3C's own validator (Nu).
class ThemeTest {
  private static final Instant AS_OF = Instant.parse("2024-06-01T12:00:00Z");
  private static final Map<String, Document> PAGES = new ConcurrentSkipListMap<>();
  private static final Map<String, byte[]> FILES = new ConcurrentSkipListMap<>();
  @TempDir static Path directory;

  @BeforeAll
  static void build() throws IOException {
    FILES.putAll(build(ThemeSite.write(directory, "en")));
    FILES.forEach(
        (path, bytes) -> {
          if (path.endsWith(".html")) {
            PAGES.put(path, Jsoup.parse(text(path), "https://example.org/blog/" + path));
          }
        });
    assertThat(PAGES.keySet())
        .contains("index.html", "page/2.html", "tags.html", "tag/waders.html", "author/ann.html")
        .contains("categories.html", "category/field-notes.html", "authors.html", "archives.html")
        .contains("a-long-walk.html", "a-long-walk-fr.html", "pages/about.html", "404.html")
        .contains("old/walk.html", "drafts/not-yet.html");
  }

  @Test
  void everyPageIsValidHtml() throws Exception {
    HtmlValidator validator = new HtmlValidator();
    List<String> errors = new ArrayList<>();
    for (String path : PAGES.keySet()) {
      validator.errors(FILES.get(path)).forEach(error -> errors.add(path + ":" + error));
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void everyPageHasOneMainHeadingALanguageAndATitle() {
    PAGES.forEach(
        (path, page) -> {
          assertThat(page.select("h1")).as(path).hasSize(1);
          assertThat(page.selectFirst("html").attr("lang")).as(path).matches("en|fr");
          assertThat(page.title()).as(path).isNotBlank();
        });
  }

  @Test
  void noPageHasAnIdTwiceAndEachAnchorLeadsSomewhere() {
    PAGES.forEach(
        (path, page) -> {
          assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
          for (Element link : page.select("a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                .as(path + " " + link)
                .isNotNull();
          }
        });
  }

  @Test
  void theFirstLinkSkipsToTheContent() {
    PAGES.forEach(
        (path, page) -> {
          if (!path.startsWith("old/")) {
            Element skip = page.selectFirst("a");
            assertThat(page.getElementById(skip.attr("href").substring(1)).tagName())
                .as(path)
                .isEqualTo("main");
          }
        });
  }

  @Test
  void thereIsNoScript() {
    PAGES.forEach(
        (path, page) -> assertThat(page.select("script, [onclick], [onload]")).as(path).isEmpty());
  }

  @Test
  void longArticlesHaveContentsAndShortOnesHaveNone() {
    assertThat(page("a-long-walk.html").select(".toc a").eachText())
        .containsExactly("Morning", "Noon & after", "A detail", "Night");
    assertThat(page("short-1.html").select(".toc")).isEmpty();
  }

  @Test
  void anArticleSaysWhoWroteWhatWhenAndWhatElseThereIs() {
    Document page = page("a-long-walk.html");
    assertThat(page.select(".meta time").eachAttr("datetime"))
        .containsExactly("2024-03-02T08:00:00Z", "2024-03-05T08:00:00Z");
    assertThat(page.select(".meta").text())
        .isEqualTo("March 2, 2024 by Ann, Ben Field notes 1 min read Updated March 5, 2024");
    assertThat(page.select(".tags a").eachText()).containsExactly("mud & sand", "waders");
    assertThat(page.select(".translations a").eachAttr("hreflang")).containsExactly("fr");
    assertThat(page.select("link[hreflang]").eachAttr("hreflang")).containsExactly("en", "fr");
    assertThat(page.select(".pager .next").text()).isEqualTo("Older Short 11");
  }

  @Test
  void whatIsNotInTheSitesLanguageSaysSo() {
    Document page = page("a-long-walk-fr.html");
    assertThat(page.select("main h1[lang=fr], main .prose[lang=fr]")).hasSize(2);
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void thePageOneIsOnIsMarkedInTheMenu() {
    assertThat(page("pages/about.html").select("[aria-current=page]").text()).isEqualTo("About");
    assertThat(page("index.html").select("[aria-current=page]").text()).isEqualTo("Flock & Co");
    assertThat(page("tags.html").select("[aria-current=page]")).isEmpty();
  }

  @Test
  void searchEnginesAreToldWhatNotToList() {
    Set<String> hidden = new TreeSet<>();
    PAGES.forEach(
        (path, page) -> {
          if (!page.select("meta[name=robots][content=noindex]").isEmpty()) {
            hidden.add(path);
          }
        });
    assertThat(hidden).containsExactly("404.html", "drafts/not-yet.html", "old/walk.html");
    assertThat(page("a-long-walk.html").select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/blog/a-long-walk.html");
  }

  @Test
  void speaksTheLanguageOfTheSite(@TempDir Path french) throws IOException {
    String page = text(build(ThemeSite.write(french, "fr-CA")).get("a-long-walk.html"));
    assertThat(page).contains("Aller au contenu", "min de lecture", "Mis à jour le");
  }

  @Test
  void speaksEnglishWhereItDoesNotKnowTheLanguage(@TempDir Path finnish) throws IOException {
    String page = text(build(ThemeSite.write(finnish, "fi")).get("a-long-walk.html"));
    assertThat(page).contains("<html lang=\"fi\">", "Skip to content");
  }

  private static Document page(String path) {
    return PAGES.get(path);
  }

  private static String text(String path) {
    return text(FILES.get(path));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> build(Path configFile) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = ConfigReader.read(configFile, diagnostics).orElseThrow();
    MemorySink memory = new MemorySink();
    BuildResult result = new Build(config, AS_OF, 2, BuildListener.none()).run(memory);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result).isInstanceOf(BuildResult.Built.class);
    return memory.files();
  }
}
