package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The feeds that the head of a page announces, so that feed readers find them.
class AnnouncedFeedsTest {
  private static final String ALL = "Flock (Atom) /b/feeds/all.atom.xml";

  @TempDir Path directory;
  private BuiltSite site;

  @BeforeEach
  void build() throws IOException {
    TestSite source =
        new TestSite(
            directory,
            """
            [site]
            title = "Flock"
            url = "https://example.org/b"
            [feeds]
            category-atom = "feeds/{slug}.atom.xml"
            tag-rss = "feeds/tag-{slug}.rss.xml"
            tag-json = "feeds/tag-{slug}.json"
            author-atom = ""
            rss = ""
            translation-atom = "feeds/all-{lang}.atom.xml"
            [pagination]
            size = 1
            """);
    source.article(
        "a.md", "Title: A\nDate: 2026-01-01\nCategory: Sea\nTags: mud\nAuthor: Ada\n\nA");
    source.article("b.md", "Title: B\nDate: 2026-01-02\nCategory: Sea\n\nB");
    source.article("b-fr.md", "Title: B\nSlug: b\nLang: fr\nDate: 2026-01-02\nCategory: Sea\n\nB");
    source.file("content/pages/p-fr.md", "Title: P\nLang: fr\n\nP");
    source.file("content/pages/p-de.md", "Title: Q\nLang: de\n\nQ");
    site = source.build();
  }

  private List<String> feeds(String path) {
    return Jsoup.parse(site.text(path)).select("head link[rel=alternate][title]").stream()
        .map(link -> link.attr("title") + " " + link.attr("href"))
        .toList();
  }

  @Test
  void aTermsPagesHaveThoseOfTheTerm() {
    String sea = "Flock: Sea (Atom) /b/feeds/sea.atom.xml";

    assertThat(feeds("category/sea.html")).contains(ALL, sea);
    assertThat(feeds("category/sea/page/2.html")).contains(ALL, sea);
    assertThat(feeds("tag/mud.html"))
        .contains(
            "Flock: mud (RSS) /b/feeds/tag-mud.rss.xml",
            "Flock: mud (JSON Feed) /b/feeds/tag-mud.json")
        .doesNotContain(sea);
    assertThat(feeds("author/ada.html")).noneMatch(feed -> feed.startsWith("Flock: Ada"));
  }

  @Test
  void thePagesOfALanguageHaveThoseOfTheLanguage() {
    String english = "Flock: English (Atom) /b/feeds/all-en.atom.xml";
    String french = "Flock: français (Atom) /b/feeds/all-fr.atom.xml";

    assertThat(feeds("b-fr.html")).containsExactly(ALL, french);
    assertThat(feeds("pages/p-fr.html")).containsExactly(ALL, french);
    assertThat(feeds("a.html")).containsExactly(ALL, english);
    assertThat(feeds("index.html")).containsExactly(ALL, english);
    assertThat(feeds("pages/q-de.html")).containsExactly(ALL);
  }
}
