package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.LinkSettings.LinkCheck;
import godwit.config.MarkdownSettings.Anchors;
import godwit.config.PaginationSettings.Rule;
import godwit.config.PublishSettings.After;
import godwit.config.PublishSettings.RemovedPages;
import godwit.config.PublishSettings.Strategy;
import godwit.config.SiteSettings.MenuItem;
import godwit.config.UrlSettings.Place;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  private static final Path PASSING = Path.of("src/test/resources/config/passing");

  /// The line of the first `[[publish.after]]`.
  private static final int AFTER = 135;

  @TempDir Path site;

  @Test
  void readsEveryKey() throws IOException {
    SiteConfig config = fixture("full.toml");

    assertThat(config.site())
        .isEqualTo(
            new SiteSettings(
                "Flock",
                "Notes on waders",
                "Two\nlines",
                "https://example.org:8080/blog",
                "Ann",
                ZoneId.of("Europe/Paris"),
                "pt-BR",
                List.of(
                    new MenuItem(
                        "About",
                        "{filename}pages/about.md",
                        new SourcePosition("godwit.toml", 16, 7)),
                    new MenuItem(
                        "Code",
                        "https://example.org/code",
                        new SourcePosition("godwit.toml", 20, 7))),
                true,
                true,
                List.of(
                    new MenuItem(
                        "Other", "https://e.org/", new SourcePosition("godwit.toml", 24, 7))),
                List.of(
                    new MenuItem(
                        "Me", "https://m.org/@me", new SourcePosition("godwit.toml", 28, 7)))));
    assertThat(config.content())
        .isEqualTo(
            new ContentSettings(
                "src/content",
                "theme",
                new Folders(List.of("blog", ""), List.of("blog/old")),
                new Folders(List.of("pages", "docs"), List.of("docs/drafts")),
                new Folders(List.of("images", "extra/robots.txt"), List.of("images/private")),
                true,
                List.of("md", "html"),
                List.of("*.tmp", "{a,b}-*"),
                List.of(
                    new TemplatePage(
                        "search.ftlh",
                        "find/index.html",
                        new SourcePosition("godwit.toml", 61, 1))),
                new MetadataSettings(
                    "notes",
                    false,
                    Map.of("status", "draft", "tags", "a, b"),
                    new DefaultDate.At(LocalDateTime.of(2026, 3, 1, 9, 30)),
                    Future.PUBLISH,
                    "(?<date>\\d{4})-(?<slug>.*)",
                    "(?<category>[^/]+)/.*",
                    Map.of(
                        "extra/robots.txt",
                        Map.of("path", "robots.txt"),
                        "extra",
                        Map.of("status", "hidden")),
                    List.of("summary", "intro"),
                    false),
                new SummarySettings(SummarySettings.ALL_WORDS, 2, "[more]"),
                new ListSettings(
                    "title", "reversed-date", List.of("slug", "series"), List.of(), true, true)));
    assertThat(config.markdown())
        .isEqualTo(new MarkdownSettings(true, false, false, Anchors.GITHUB));
    assertThat(config.pagination())
        .isEqualTo(
            new PaginationSettings(
                0,
                2,
                Map.of("tag", 5),
                List.of(
                    new Rule(2, UrlPattern.parse("{name}{number}{extension}"), Optional.empty())),
                true,
                config.pagination().position()));
    assertThat(config.related()).isEqualTo(new RelatedSettings(5));
    assertThat(config.terms()).isEqualTo(new TermSettings(true, 6));
    assertThat(config.links()).isEqualTo(new LinkSettings(LinkCheck.OFF));
    assertThat(config.assets()).isEqualTo(new AssetSettings(false));
    assertThat(config.publish())
        .isEqualTo(
            new PublishSettings(
                "../served/",
                Strategy.SYMLINK,
                3,
                Duration.ofMinutes(90),
                100,
                RemovedPages.ERROR,
                List.of(
                    new After(
                        List.of("purge", ""),
                        Duration.ofSeconds(60),
                        site.toRealPath(),
                        new SourcePosition("godwit.toml", AFTER, 1)),
                    new After(
                        List.of("/usr/bin/true"),
                        Duration.ofMinutes(2),
                        site.toRealPath().resolveSibling("tools"),
                        new SourcePosition("godwit.toml", AFTER + 3, 1)))));
    assertThat(config.targetDirectory().normalize())
        .isEqualTo(site.toRealPath().resolveSibling("served"));
  }

  @Test
  void takesOneHubWithoutAList() throws IOException {
    Path file = site.resolve("godwit.toml");
    Files.writeString(file, "[site]\ntitle = \"a\"\n[feeds]\nhub = \"https://hub.example/\"\n");
    Diagnostics diagnostics = new Diagnostics();

    assertThat(ConfigReader.read(file, diagnostics).orElseThrow().feeds().hubs())
        .containsExactly("https://hub.example/");
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void readsUrlsAndFeeds() throws IOException {
    SiteConfig config = fixture("full.toml");
    UrlSettings urls = config.urls();
    FeedSettings feeds = config.feeds();

    SoftAssertions softly = new SoftAssertions();
    softly
        .assertThat(shown(urls.article()))
        .isEqualTo("{date:%Y/%m}/{slug}/ {date:%Y/%m}/{slug}/index.html");
    softly
        .assertThat(shown(urls.articleTranslation()))
        .isEqualTo("{lang}/{slug} {lang}/{slug}.html");
    softly
        .assertThat(shown(urls.draft()))
        .isEqualTo("drafts/{slug}/index.html drafts/{slug}/index.html");
    softly.assertThat(shown(urls.page())).isEqualTo("{slug}/ {slug}/start.html");
    softly.assertThat(urls.category().isOff()).as("category").isTrue();
    softly.assertThat(shown(urls.tag())).as("tag, off by save-as").isEqualTo("tag/{slug}.html ");
    softly
        .assertThat(shown(urls.author()))
        .as("author, off by save-as")
        .isEqualTo("by/{name}.htm ");
    softly.assertThat(shown(urls.index())).isEqualTo(" index.html");
    softly.assertThat(urls.index().isOff()).as("index").isFalse();
    softly.assertThat(shown(urls.archives())).isEqualTo("{{all}}.d/list {{all}}.d/list.html");
    softly.assertThat(feeds.all().atom()).isEmpty();
    softly.assertThat(shown(feeds.all().rss().orElseThrow())).isEqualTo("rss.xml rss.xml");
    softly
        .assertThat(shown(feeds.category().atom().orElseThrow()))
        .isEqualTo("feeds/{slug}.atom.xml feeds/{slug}.atom.xml");
    softly
        .assertThat(shown(feeds.tag().atom().orElseThrow()))
        .isEqualTo("feeds/tag/{slug}/ feeds/tag/{slug}/index.xml");
    softly.assertThat(feeds.author().atom()).isEmpty();
    softly.assertThat(feeds.items()).isZero();
    softly.assertThat(feeds.fullText()).isFalse();
    softly.assertThat(feeds.main().json().orElseThrow().url().source()).isEqualTo("feed.json");
    softly
        .assertThat(feeds.author().json().orElseThrow().url().source())
        .isEqualTo("by/{name}.json");
    softly.assertThat(feeds.all().json()).isEmpty();
    softly.assertThat(feeds.hubs()).containsExactly("https://hub.example/?a=b", "http://h.example");
    softly.assertThat(config.llms()).isEqualTo(new LlmsSettings(true, 0, true));
    softly.assertAll();
  }

  @Test
  void fillsInWhatIsNotGiven() throws IOException {
    SiteConfig config = fixture("minimal.toml");

    assertThat(config.directory()).isEqualTo(site.toRealPath());
    assertThat(config.site())
        .isEqualTo(
            new SiteSettings(
                "Flock",
                "",
                "",
                "",
                "",
                ZoneId.of("UTC"),
                "en",
                List.of(),
                false,
                false,
                List.of(),
                List.of()));
    assertThat(config.content())
        .isEqualTo(
            new ContentSettings(
                "content",
                "templates",
                new Folders(List.of(""), List.of()),
                new Folders(List.of("pages"), List.of()),
                new Folders(List.of("images"), List.of()),
                false,
                List.of("md", "markdown", "mkd", "mdown", "html", "htm"),
                List.of(),
                List.of(),
                new MetadataSettings(
                    "misc",
                    true,
                    Map.of(),
                    new DefaultDate.None(),
                    Future.HOLD,
                    "(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}).*",
                    "",
                    Map.of(),
                    List.of("summary"),
                    true),
                new SummarySettings(50, 0, "…"),
                new ListSettings(
                    "reversed-date", "basename", List.of("slug"), List.of("slug"), false, false)));
    assertThat(config.markdown())
        .isEqualTo(new MarkdownSettings(false, true, true, Anchors.GITHUB));
    assertThat(config.urls().articleTranslation())
        .isEqualTo(
            new Place(
                UrlPattern.parse("{slug}-{lang}.html"),
                UrlPattern.parse("{slug}-{lang}.html"),
                SourcePosition.ofFile("godwit.toml")));
    assertThat(config.pagination())
        .isEqualTo(
            new PaginationSettings(
                10,
                0,
                Map.of(),
                List.of(
                    new Rule(2, UrlPattern.parse("{list}/page/{number}{end}"), Optional.empty())),
                false,
                SourcePosition.ofFile("godwit.toml")));
    assertThat(config.related()).isEqualTo(new RelatedSettings(0));
    assertThat(config.terms()).isEqualTo(new TermSettings(false, 4));
    assertThat(config.urls().series().isOff()).isTrue();
    assertThat(config.feeds().items()).isEqualTo(20);
    assertThat(config.feeds().hubs()).isEmpty();
    assertThat(config.llms()).isEqualTo(new LlmsSettings(false, 100, false));
    assertThat(config.links()).isEqualTo(new LinkSettings(LinkCheck.ERROR));
    assertThat(config.assets()).isEqualTo(new AssetSettings(true));
    assertThat(config.publish())
        .isEqualTo(
            new PublishSettings(
                "public",
                Strategy.EXCHANGE,
                10,
                Duration.ofDays(7),
                20,
                RemovedPages.WARN,
                List.of()));
  }

  @Test
  void passesOverByteOrderMarkAndCarriageReturns() throws IOException {
    assertThat(fixture("bom-and-crlf.toml").site().title()).isEqualTo("Flock");
  }

  @Test
  void metadataOfAFolderComesBeforeThatOfItsFiles() throws IOException {
    assertThat(fixture("full.toml").content().metadata().byPath().keySet())
        .containsExactly("extra", "extra/robots.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "posts/{slug}, posts/{slug}.html",
    "posts/{slug}/, posts/{slug}/index.html",
    "v1.2/{slug}, v1.2/{slug}.html",
    "{date:%Y.%m}, {date:%Y.%m}.html",
    "{slug}.{lang}, {slug}.{lang}",
    "{slug}.htm, {slug}.htm",
  })
  void derivesTheFileFromTheUrl(String url, String saveAs) throws IOException {
    SiteConfig config = read("site.title = 'a'\nurls.article = '" + url + "'\n");
    assertThat(config.urls().article().saveAs().source()).isEqualTo(saveAs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8::1", "localhost:8000", "example.org/a/b"})
  void knowsWebAddresses(String rest) throws IOException {
    String host = rest.startsWith("2001") ? "[" + rest + "]" : rest;
    SiteConfig config = read("site.title = 'a'\nsite.url = 'http://" + host + "//'\n");
    assertThat(config.site().url()).isEqualTo("http://" + host);
  }

  @Test
  void findsTheSiteDirectoryBehindSymlinks() throws IOException {
    Path real = Files.createDirectory(site.resolve("real"));
    Files.writeString(real.resolve("godwit.toml"), "site.title = 'a'\n");
    Path link = Files.createSymbolicLink(site.resolve("link"), real);

    assertThat(ConfigReader.read(link.resolve("godwit.toml"), new Diagnostics()))
        .map(SiteConfig::directory)
        .contains(real.toRealPath());
  }

  private static String shown(Place place) {
    return place.url().source() + " " + place.saveAs().source();
  }

  private SiteConfig fixture(String name) throws IOException {
    return read(Files.readString(PASSING.resolve(name)));
  }

  private SiteConfig read(String text) throws IOException {
    Path file = Files.writeString(site.resolve("godwit.toml"), text);
    Diagnostics diagnostics = new Diagnostics();
    var config = ConfigReader.read(file, diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return config.orElseThrow();
  }
}
