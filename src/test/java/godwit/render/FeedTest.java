package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The feeds, as a feed reader reads them.
class FeedTest {
  private static final String ATOM = "feeds/all.atom.xml";
  private static final String RSS = "feeds/all.rss.xml";
  private static final String CONFIG =
      """
      [site]
      title = "Birds & <Mud>"
      subtitle = "Notes"
      url = "https://example.org/blog"
      author = "Ada"
      timezone = "Europe/Paris"
      [feeds]
      tag-atom = "feeds/tag-{slug}.atom.xml"
      """;

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, CONFIG);
    site.article("old.md", "Title: Old\nDate: 2026-01-01\nModified: 2026-05-05 12:00\n\nOld text.");
    site.article(
        "new.md",
        """
        Title: New
        Date: 2026-03-01 09:30
        Category: Waders
        Tags: mud, Two Words
        Authors: Ada; Grace

        A [link]({filename}old.md), [another](old.html?a=1&b=2) and ![an image]({static}/images/i.png).
        """);
    site.article("middle.md", "Title: Middle\nDate: 2026-02-01\n\nMiddle text.");
    site.file("content/images/i.png", "png");
  }

  private static SyndFeed parse(BuiltSite built, String path) throws IOException, FeedException {
    SyndFeedInput input = new SyndFeedInput(true, Locale.ROOT);
    return input.build(new XmlReader(new ByteArrayInputStream(built.bytes(path))));
  }

  private static List<String> titles(SyndFeed feed) {
    return feed.getEntries().stream().map(SyndEntry::getTitle).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, RSS})
  void tellsOfTheSiteAndOfItsArticlesNewestFirst(String path) throws Exception {
    SyndFeed feed = parse(site.build(), path);

    assertThat(feed.getTitle()).isEqualTo("Birds & <Mud>");
    assertThat(titles(feed)).containsExactly("New", "Middle", "Old");
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getLink()).isEqualTo("https://example.org/blog/new.html");
    assertThat(entry.getPublishedDate().toInstant())
        .isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
    assertThat(entry.getCategories().stream().map(SyndCategory::getName))
        .containsExactly("Waders", "mud", "Two Words");
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, RSS})
  void givesEveryEntryAnIdOfItsOwnThatStays(String path) throws Exception {
    assertThat(parse(site.build(), path).getEntries().stream().map(SyndEntry::getUri))
        .containsExactly(
            "tag:example.org,2026-03-01:/blog/new.html",
            "tag:example.org,2026-02-01:/blog/middle.html",
            "tag:example.org,2026-01-01:/blog/old.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "date"})
  void hasTheNewestArticlesInWhateverOrderListsAre(String order) throws Exception {
    site.file(
        "godwit.toml",
        CONFIG
            + "items = 2\n[llms]\nlist = true\narticles = 2\n[content]\narticle-order = \""
            + order
            + "\"\n");
    BuiltSite built = site.build();

    assertThat(titles(parse(built, ATOM))).containsExactly("New", "Middle");
    assertThat(built.text("llms.txt")).contains("[New]", "[Middle]").doesNotContain("[Old]");
  }

  @Test
  void wasUpdatedWhenTheLastArticleWas() throws Exception {
    SyndFeed atom = parse(site.build(), ATOM);

    assertThat(atom.getPublishedDate().toInstant())
        .isEqualTo(Instant.parse("2026-05-05T10:00:00Z"));
    assertThat(atom.getEntries().stream().map(e -> e.getUpdatedDate().toInstant()))
        .containsExactly(
            Instant.parse("2026-03-01T08:30:00Z"),
            Instant.parse("2026-01-31T23:00:00Z"),
            Instant.parse("2026-05-05T10:00:00Z"));
    assertThat(parse(site.build(), RSS).getPublishedDate().toInstant())
        .isEqualTo(Instant.parse("2026-05-05T10:00:00Z"));
  }

  @Test
  void linksToItselfAndToTheSiteAndNamesTheAuthors() throws Exception {
    SyndFeed atom = parse(site.build(), ATOM);

    assertThat(atom.getLinks())
        .extracting(SyndLink::getRel, SyndLink::getHref)
        .containsExactlyInAnyOrder(
            tuple("self", "https://example.org/blog/" + ATOM),
            tuple("alternate", "https://example.org/blog/"));
    assertThat(parse(site.build(), RSS).getLink()).isEqualTo("https://example.org/blog/");
    assertThat(atom.getEntries().getFirst().getAuthors())
        .extracting("name")
        .containsExactly("Ada", "Grace");
  }

  @Test
  void mayHaveAnotherAddressThanThePathOfItsFile() throws Exception {
    site.file(
        "godwit.toml",
        CONFIG
            + "tag-atom-save-as = 'f/{slug}.xml'\n"
            + "atom = 'feed/'\n"
            + "atom-save-as = 'feed/index.xml'\n");
    site.article("a.md", "Title: A\nDate: 2026-01-01\n\n[feed](/blog/feed/)");
    BuiltSite built = site.build();

    assertThat(parse(built, "feed/index.xml").getLinks())
        .extracting(SyndLink::getRel, SyndLink::getHref)
        .contains(tuple("self", "https://example.org/blog/feed/"));
    assertThat(parse(built, "f/mud.xml").getLinks())
        .extracting(SyndLink::getRel, SyndLink::getHref)
        .contains(tuple("self", "https://example.org/blog/feeds/tag-mud.atom.xml"));
    assertThat(built.text("index.html")).contains("href=\"/blog/feed/\"");
  }

  @Test
  void namesTheHubsThatTellOfNews() throws Exception {
    site.file(
        "godwit.toml", CONFIG + "hub = [\"https://hub.example/\", \"https://b.example/?a&b\"]");
    BuiltSite built = site.build();

    assertThat(parse(built, "feeds/tag-mud.atom.xml").getLinks())
        .extracting(SyndLink::getRel, SyndLink::getHref)
        .containsExactlyInAnyOrder(
            tuple("self", "https://example.org/blog/feeds/tag-mud.atom.xml"),
            tuple("alternate", "https://example.org/blog/tag/mud.html"),
            tuple("hub", "https://hub.example/"),
            tuple("hub", "https://b.example/?a&b"));
    assertThat(
            parse(built, RSS).getForeignMarkup().stream()
                .filter(element -> element.getNamespaceURI().equals("http://www.w3.org/2005/Atom"))
                .map(link -> link.getAttributeValue("rel") + " " + link.getAttributeValue("href")))
        .containsExactly(
            "self https://example.org/blog/" + RSS,
            "hub https://hub.example/",
            "hub https://b.example/?a&b");
  }

  @Test
  void hasNoHubUnlessOneIsGiven() throws Exception {
    site.file("godwit.toml", CONFIG + "hub = \"\"");
    BuiltSite built = site.build();

    assertThat(built.text(ATOM)).doesNotContain("hub");
    assertThat(built.text(RSS)).doesNotContain("hub");
  }

  /// Local mean time was 9 minutes and 21 seconds before Greenwich's in Paris.
  @Test
  void writesOffsetsAsRfc3339HasThem() throws Exception {
    site.article("ancient.md", "Title: Ancient\nDate: 1890-02-03 04:05\n\nx");

    assertThat(site.build().text(ATOM))
        .contains("<published>1890-02-03T03:55:39Z</published>")
        .contains("<published>2026-03-01T09:30:00+01:00</published>");
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, RSS})
  void carriesTheWholeTextWithAbsoluteLinks(String path) throws Exception {
    SyndEntry entry = parse(site.build(), path).getEntries().getFirst();

    String html =
        path.equals(ATOM)
            ? entry.getContents().getFirst().getValue()
            : entry.getDescription().getValue();
    assertThat(html)
        .isEqualTo(
            """
            <p>A <a href="https://example.org/blog/old.html">link</a>, \
            <a href="https://example.org/blog/old.html?a=1&amp;b=2">another</a> and \
            <img src="https://example.org/blog/images/i.png" alt="an image" loading="lazy" />.</p>
            """);
  }

  @Test
  void hasNoAddressThatIsNotWhole() throws Exception {
    for (String path : List.of(ATOM, RSS, "feeds/waders.atom.xml", "feeds/tag-mud.atom.xml")) {
      SyndFeed feed = parse(site.build(), path);
      Stream<String> links =
          Stream.concat(
              feed.getLinks().stream().map(SyndLink::getHref),
              feed.getEntries().stream().map(SyndEntry::getLink));
      assertThat(links).allSatisfy(link -> assertThat(URI.create(link).isAbsolute()).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, RSS})
  void takesEveryCharacterOfATitle(String path) throws Exception {
    site.article(
        "odd.md",
        "Title: A < B & C > \"D\" 'E' ]]> 🐦 \u0007 \uFFFE &amp; é\nSlug: odd\nDate: 2026-04-01\n\n"
            + "Text with \u0008, &#xD800;, &#1;, 🐦 and ]]>.");

    SyndEntry odd = parse(site.build(), path).getEntries().getFirst();

    assertThat(odd.getTitle()).isEqualTo("A < B & C > \"D\" 'E' ]]> 🐦 \uFFFD \uFFFD & é");
  }

  @Test
  void leavesOutWhatIsNotListed() throws Exception {
    site.article(
        "draft.md", "Title: Secret draft\nStatus: draft\nDate: 2026-04-01\nTags: mud\n\nx");
    site.article("hidden.md", "Title: Secret hidden\nStatus: hidden\nDate: 2026-04-01\n\nx");
    site.article("due.md", "Title: Secret due\nDate: 2026-07-01\nTags: mud\n\nx");
    site.article("gone.md", "Title: Secret gone\nDate: 2026-04-01\nExpires: 2026-05-01\n\nx");
    BuiltSite built = site.build();

    built
        .files()
        .keySet()
        .forEach(
            path -> {
              if (path.endsWith(".xml")) {
                assertThat(built.text(path)).as(path).doesNotContainIgnoringCase("secret");
              }
            });
    assertThat(titles(parse(built, ATOM))).containsExactly("New", "Middle", "Old");
  }

  @Test
  void holdsTheNewestOnly() throws Exception {
    site.file("godwit.toml", CONFIG + "items = 2\n");

    assertThat(titles(parse(site.build(), RSS))).containsExactly("New", "Middle");
  }

  @Test
  void hasTheSummaryWhereTheTextIsNotWanted() throws Exception {
    site.file("godwit.toml", CONFIG + "full-text = false\n");
    site.article("last.md", "Title: Last\nDate: 2026-05-01\n\nFirst.\n\n<!-- more -->\n\nSecond.");
    BuiltSite built = site.build();

    assertThat(parse(built, ATOM).getEntries().getFirst().getContents()).isEmpty();
    assertThat(parse(built, ATOM).getEntries().getFirst().getDescription().getValue())
        .isEqualTo("<p>First.</p>");
    assertThat(parse(built, RSS).getEntries().getFirst().getDescription().getValue())
        .isEqualTo("<p>First.</p>");
  }

  @Test
  void rssAloneMayHaveTheSummary() throws Exception {
    site.file("godwit.toml", CONFIG + "rss-full-text = false\n");
    site.article("last.md", "Title: Last\nDate: 2026-05-01\n\nFirst.\n\n<!-- more -->\n\nSecond.");
    BuiltSite built = site.build();

    assertThat(parse(built, ATOM).getEntries().getFirst().getContents().getFirst().getValue())
        .contains("<p>Second.</p>");
    assertThat(parse(built, RSS).getEntries().getFirst().getDescription().getValue())
        .isEqualTo("<p>First.</p>");
  }

  @Test
  void isNotMadeWhereTheSitesAddressIsNotKnown() throws Exception {
    site.file("godwit.toml", "[site]\ntitle = \"x\"\n");

    assertThat(site.build().files().keySet()).noneMatch(path -> path.endsWith(".xml"));
  }
}
