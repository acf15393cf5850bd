package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON feeds, held to what JSON Feed 1.1 demands and to the Atom feeds of the same site.
class JsonFeedTest {
  private static final String JSON = "feeds/all.json";
  private static final String CONFIG =
      """
      [site]
      title = "Birds & <Mud>"
      subtitle = "Notes"
      url = "https://example.org/blog"
      author = "Ada"
      timezone = "Europe/Paris"
      [feeds]
      json = "feeds/all.json"
      main-atom = "feeds/main.atom.xml"
      main-rss = "feeds/main.rss.xml"
      main-json = "feeds/main.json"
      category-rss = "feeds/{slug}.rss.xml"
      category-json = "feeds/{slug}.json"
      tag-atom = "feeds/tag-{slug}.atom.xml"
      tag-rss = "feeds/tag-{slug}.rss.xml"
      tag-json = "feeds/tag-{slug}.json"
      author-atom = "feeds/author-{slug}.atom.xml"
      author-rss = "feeds/author-{slug}.rss.xml"
      author-json = "feeds/author-{slug}.json"
      translation-atom = "feeds/lang-{lang}.atom.xml"
      translation-rss = "feeds/lang-{lang}.rss.xml"
      translation-json = "feeds/lang-{lang}.json"
      """;

  /// Everything that the specification gives a name; others have to begin with an underscore.
  private static final Set<String> OF_FEED =
      Set.of(
          "version",
          "title",
          "home_page_url",
          "feed_url",
          "description",
          "user_comment",
          "next_url",
          "icon",
          "favicon",
          "authors",
          "language",
          "expired",
          "hubs",
          "items");

  private static final Set<String> OF_ITEM =
      Set.of(
          "id",
          "url",
          "external_url",
          "title",
          "content_html",
          "content_text",
          "summary",
          "image",
          "banner_image",
          "date_published",
          "date_modified",
          "authors",
          "tags",
          "language",
          "attachments");

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

        A [link]({filename}old.md) and ![an image]({static}/images/i.png).
        """);
    site.article("alt.md", "Title: Alt\nSlug: old\nLang: de\nDate: 2026-01-02\n\nAlter Text.");
    site.article(
        "ancient.md",
        "Title: \"A\" <B> \\ \u0007 \uD83D\uDC26 é\nDate: 1890-02-03 04:05\nTags: mud\n\n&#1; x.");
    site.article("draft.md", "Title: Secret draft\nStatus: draft\nDate: 2026-04-01\n\nx");
    site.article("hidden.md", "Title: Secret hidden\nStatus: hidden\nDate: 2026-04-01\n\nx");
    site.article("due.md", "Title: Secret due\nDate: 2026-07-01\nTags: mud\n\nx");
    site.file("content/images/i.png", "png");
  }

  private static List<String> paths(BuiltSite built) {
    return built.files().keySet().stream().filter(path -> path.endsWith(".json")).toList();
  }

  private static JSONObject feed(BuiltSite built, String path) {
    return new JSONObject(built.text(path));
  }

  private static List<JSONObject> objects(JSONArray array) {
    List<JSONObject> objects = new ArrayList<>();
    array.forEach(each -> objects.add((JSONObject) each));
    return objects;
  }

  private static List<JSONObject> items(JSONObject feed) {
    return objects(feed.getJSONArray("items"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".atom.xml", ".rss.xml"})
  void thereIsOneWhereverThereIsAnother(String extension) throws IOException {
    BuiltSite built = site.build();

    assertThat(paths(built))
        .hasSize(10)
        .containsExactlyInAnyOrderElementsOf(
            built.files().keySet().stream()
                .filter(path -> path.endsWith(extension))
                .map(path -> path.replace(extension, ".json"))
                .toList());
  }

  @Test
  void keepsWhatTheSpecificationDemands() throws IOException {
    site.file("godwit.toml", CONFIG + "hub = [\"https://hub.example/\", \"https://b.example/?x\"]");
    BuiltSite built = site.build();

    for (String path : paths(built)) {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(built.bytes(path)));
      JSONObject feed = feed(built, path);
      assertThat(OF_FEED).as(path).containsAll(feed.keySet());
      assertThat(feed.get("version")).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat(feed.get("title")).isInstanceOf(String.class);
      assertThat(feed.get("feed_url")).isEqualTo("https://example.org/blog/" + path);
      assertAddress(feed.getString("home_page_url"));
      assertLanguage(feed.getString("language"));
      assertAuthors(feed.getJSONArray("authors"));
      assertThat(objects(feed.getJSONArray("hubs")))
          .hasSize(2)
          .allSatisfy(hub -> assertThat(hub.keySet()).containsExactlyInAnyOrder("type", "url"))
          .allSatisfy(hub -> assertAddress(hub.getString("url")));
      Set<String> ids = new HashSet<>();
      for (JSONObject item : items(feed)) {
        assertItem(item);
        assertThat(ids.add(item.getString("id"))).as(item.toString()).isTrue();
      }
      assertThat(ids).as(path).isNotEmpty();
    }
  }

  private static void assertItem(JSONObject item) {
    assertThat(OF_ITEM).containsAll(item.keySet());
    assertThat(item.get("id")).isInstanceOf(String.class).asString().isNotEmpty();
    assertThat(item.get("content_html")).isInstanceOf(String.class);
    assertThat(item.get("title")).isInstanceOf(String.class);
    assertAddress(item.getString("url"));
    assertLanguage(item.getString("language"));
    assertDate(item.getString("date_published"));
    if (item.has("date_modified")) {
      assertDate(item.getString("date_modified"));
    }
    if (item.has("authors")) {
      assertAuthors(item.getJSONArray("authors"));
    }
    assertThat(item.getJSONArray("tags")).isNotEmpty().allMatch(String.class::isInstance);
    if (item.has("summary")) {
      assertThat(item.getString("summary")).isNotBlank().doesNotContain("<p>");
    }
  }

  private static void assertAddress(String address) {
    assertThat(URI.create(address).isAbsolute()).as(address).isTrue();
  }

  private static void assertLanguage(String tag) {
    assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag);
  }

  private static void assertAuthors(JSONArray authors) {
    assertThat(objects(authors))
        .isNotEmpty()
        .allSatisfy(author -> assertThat(author.getString("name")).isNotEmpty())
        .allSatisfy(author -> assertThat(author.keySet()).isSubsetOf("name", "url", "avatar"));
  }

  /// RFC 3339, section 5.6.
  private static void assertDate(String date) {
    assertThat(date)
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    OffsetDateTime.parse(date);
  }

  @Test
  void hasTheSameArticlesAsTheAtomFeed() throws Exception {
    BuiltSite built = site.build();

    for (String path : paths(built)) {
      SyndFeed atom = atom(built, path.replace(".json", ".atom.xml"));
      JSONObject json = feed(built, path);
      assertThat(json.getString("title")).isEqualTo(atom.getTitle());
      assertThat(items(json)).hasSameSizeAs(atom.getEntries());
      for (int i = 0; i < atom.getEntries().size(); i++) {
        SyndEntry entry = atom.getEntries().get(i);
        JSONObject item = items(json).get(i);
        assertThat(item.getString("id")).isEqualTo(entry.getUri());
        assertThat(item.getString("url")).isEqualTo(entry.getLink());
        assertThat(item.getString("title").replace('\u0007', '\uFFFD')).isEqualTo(entry.getTitle());
        assertThat(item.getString("content_html"))
            .isEqualTo(entry.getContents().getFirst().getValue());
        assertThat(OffsetDateTime.parse(item.getString("date_published")).toInstant())
            .isEqualTo(entry.getPublishedDate().toInstant());
      }
    }
  }

  private static SyndFeed atom(BuiltSite built, String path) throws Exception {
    SyndFeedInput input = new SyndFeedInput(true, Locale.ROOT);
    return input.build(new XmlReader(new ByteArrayInputStream(built.bytes(path))));
  }

  @Test
  void saysWhatItIsAbout() throws IOException {
    site.file("content/images/favicon.png", "png");
    site.file(
        "godwit.toml",
        CONFIG + "[content.metadata.\"images/favicon.png\"]\npath = \"apple-touch-icon.png\"");
    JSONObject feed = feed(site.build(), JSON);

    assertThat(feed.getString("home_page_url")).isEqualTo("https://example.org/blog/");
    assertThat(feed.getString("description")).isEqualTo("Notes");
    assertThat(feed.getString("icon")).isEqualTo("https://example.org/blog/apple-touch-icon.png");
    assertThat(feed.getString("favicon")).isEqualTo("https://example.org/blog/theme/favicon.svg");
    assertThat(feed.has("hubs")).isFalse();
    assertThat(feed(site.build(), "feeds/lang-de.json").getString("language")).isEqualTo("de");
    assertThat(feed(site.build(), "feeds/waders.json").getString("home_page_url"))
        .isEqualTo("https://example.org/blog/category/waders.html");
  }

  @Test
  void hasTheWholeOfAnItem() throws IOException {
    JSONObject item = items(feed(site.build(), "feeds/tag-two-words.json")).getFirst();

    assertThat(item.toMap())
        .isEqualTo(
            new JSONObject(
                    """
                    {"id": "tag:example.org,2026-03-01:/blog/new.html",
                     "url": "https://example.org/blog/new.html",
                     "title": "New",
                     "content_html": "<p>A <a href=\\"https://example.org/blog/old.html\\">link</a> \
                    and <img src=\\"https://example.org/blog/images/i.png\\" alt=\\"an image\\" \
                    loading=\\"lazy\\" />.</p>\\n",
                     "summary": "A link and .",
                     "date_published": "2026-03-01T09:30:00+01:00",
                     "authors": [
                       {"name": "Ada", "url": "https://example.org/blog/author/ada.html"},
                       {"name": "Grace", "url": "https://example.org/blog/author/grace.html"}],
                     "tags": ["Waders", "mud", "Two Words"],
                     "language": "en"}
                    """)
                .toMap());
    assertThat(items(feed(site.build(), JSON)))
        .filteredOn(each -> each.getString("title").equals("Old"))
        .singleElement()
        .satisfies(
            old ->
                assertThat(old.getString("date_modified")).isEqualTo("2026-05-05T12:00:00+02:00"));
  }

  @Test
  void leavesOutWhatIsNotListed() throws IOException {
    BuiltSite built = site.build();

    assertThat(paths(built))
        .allSatisfy(path -> assertThat(built.text(path)).doesNotContainIgnoringCase("secret"));
  }

  @Test
  void hasTheSummaryWhereTheTextIsNotWantedAndTheNewestOnly() throws IOException {
    site.file("godwit.toml", CONFIG + "full-text = false\nitems = 1\n");
    site.article("last.md", "Title: Last\nDate: 2026-05-01\n\nFirst.\n\n<!-- more -->\n\nSecond.");

    assertThat(items(feed(site.build(), JSON)))
        .singleElement()
        .satisfies(item -> assertThat(item.getString("content_html")).isEqualTo("<p>First.</p>"))
        .satisfies(item -> assertThat(item.getString("summary")).isEqualTo("First."));
  }

  @Test
  void hasAListOfItemsThoughThereAreNone() throws IOException {
    TestSite empty =
        new TestSite(
            directory.resolve("empty"),
            "[site]\ntitle = \"x\"\nurl = \"https://e.org\"\n[feeds]\njson = \"feed.json\"");
    empty.file("content/pages/p.md", "Title: P\n\nx");

    JSONObject feed = feed(empty.build(), "feed.json");

    assertThat(feed.getJSONArray("items")).isEmpty();
    assertThat(feed.has("authors")).isFalse();
  }

  @Test
  void everyPageLeadsToIt() throws IOException {
    BuiltSite built = site.build();

    assertThat(built.text("new.html"))
        .contains(
            "<link rel=\"alternate\" type=\"application/feed+json\" title=\"Birds &amp; &lt;Mud&gt;"
                + " (JSON Feed)\" href=\"/blog/feeds/all.json\">");
    assertThat(Stream.of("sitemap.xml", "robots.txt").map(built::text))
        .allSatisfy(text -> assertThat(text).doesNotContain(".json"));
  }
}
