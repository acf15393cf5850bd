package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.SiteConfig;
import godwit.config.Status;
import godwit.content.Body;
import godwit.content.ContentFiles;
import godwit.content.Document;
import godwit.content.FrontMatter;
import godwit.content.Kind;
import godwit.content.Metadata;
import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostics;
import godwit.site.LinkResolver;
import godwit.site.Output;
import godwit.site.Site;
import godwit.site.SiteAssembler;
import godwit.testing.BuiltSite;
import godwit.testing.MemorySink;
import godwit.testing.TestSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SitemapTest {
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String HOST = "https://example.org/blog/";

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, "[site]\ntitle = \"x\"\nurl = \"https://example.org/blog\"\n");
  }

  private static Element root(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
  }

  private static List<String> texts(Element root, String element) {
    NodeList nodes = root.getElementsByTagNameNS(NAMESPACE, element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  @Test
  void namesWhatIsListedAndNothingElse() throws Exception {
    site.article("a.md", "Title: Ä & B\nDate: 2026-01-01 10:00\nTags: t u\n\nText.");
    site.article("m.md", "Title: M\nDate: 2026-01-01\nModified: 2026-02-02\nSlug: größe\n\nText.");
    site.article("draft.md", "Title: D\nDate: 2026-01-01\nStatus: draft\n\nText.");
    site.article("hidden.md", "Title: H\nDate: 2026-01-01\nStatus: hidden\n\nText.");
    site.article("due.md", "Title: Due\nDate: 2027-01-01\nTags: later\n\nText.");
    site.file("content/pages/p.md", "Title: P\n\nText.");
    Element root = root(site.build().bytes("sitemap.xml"));

    assertThat(texts(root, "loc"))
        .containsExactly(
            HOST,
            HOST + "a-b.html",
            HOST + "category/misc.html",
            HOST + "gr%C3%B6%C3%9Fe.html",
            HOST + "pages/p.html",
            HOST + "tag/t-u.html");
    assertThat(texts(root, "lastmod"))
        .containsExactly("2026-01-01T10:00:00Z", "2026-02-02T00:00:00Z");
  }

  @Test
  void namesOnlyFilesThatExist() throws Exception {
    site.file(
        "godwit.toml",
        """
        [site]
        title = "x"
        url = "https://example.org/blog"
        [urls]
        article = "{date:%Y}/{slug}/"
        article-save-as = "{date:%Y}/{slug}/index.html"
        index = "articles/"
        index-save-as = "articles/index.html"
        """);
    site.article("a.md", "Title: A\nDate: 2026-01-01\nTags: t\nAuthor: B\n\nText.");
    site.file("content/pages/home.md", "Title: Home\nsave_as: index.html\n\nText.");
    BuiltSite built = site.build();

    List<String> files =
        texts(root(built.bytes("sitemap.xml")), "loc").stream()
            .map(url -> url.substring(HOST.length()))
            .map(path -> path.isEmpty() || path.endsWith("/") ? path + "index.html" : path)
            .toList();
    assertThat(files)
        .contains("index.html", "articles/index.html", "2026/a/index.html")
        .doesNotHaveDuplicates();
    assertThat(built.files().keySet()).containsAll(files);
  }

  @Test
  void yieldsToTheAuthorsOwn() throws Exception {
    site.article("a.md", "Title: A\nDate: 2026-01-01\n\nText.");
    site.file(
        "godwit.toml",
        """
        [site]
        title = "x"
        url = "https://example.org/blog"
        [content]
        static = ["sitemap.xml"]
        """);
    site.file("content/sitemap.xml", "mine");

    assertThat(site.build().text("sitemap.xml")).isEqualTo("mine");
  }

  @Test
  void isSplitWhereItNamesMoreThanFiftyThousand() throws Exception {
    TreeMap<String, byte[]> files = sitemapsOfPages(100_001);

    assertThat(files)
        .containsOnlyKeys("sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml");
    Element index = root(files.get("sitemap.xml"));
    assertThat(index.getLocalName()).isEqualTo("sitemapindex");
    assertThat(texts(index, "loc"))
        .containsExactly(HOST + "sitemap-1.xml", HOST + "sitemap-2.xml", HOST + "sitemap-3.xml");
    assertThat(texts(root(files.get("sitemap-1.xml")), "loc")).hasSize(50_000);
    assertThat(texts(root(files.get("sitemap-2.xml")), "loc")).hasSize(50_000);
    assertThat(texts(root(files.get("sitemap-3.xml")), "loc"))
        .containsExactly(HOST + "pages/p199999.html", HOST + "pages/p200000.html");
  }

  @Test
  void isWholeUpToFiftyThousand() throws Exception {
    TreeMap<String, byte[]> files = sitemapsOfPages(49_999); // and the home page

    assertThat(files).containsOnlyKeys("sitemap.xml");
    assertThat(texts(root(files.get("sitemap.xml")), "loc")).hasSize(50_000);
  }

  private TreeMap<String, byte[]> sitemapsOfPages(int count) throws IOException {
    SiteConfig config = site.config();
    List<Document> documents =
        IntStream.range(0, count).mapToObj(i -> page("p" + (100_000 + i))).toList();
    ContentFiles content =
        new ContentFiles(List.of(), new TreeMap<>(), List.of(), Set.of(), Set.of(), Set.of());
    Diagnostics diagnostics = new Diagnostics();
    Site assembled =
        SiteAssembler.assemble(config, documents, content, List.of(), TestSite.AS_OF, diagnostics);
    Renderer renderer =
        new Renderer(assembled, new Theme(config), new LinkResolver(assembled), diagnostics);
    MemorySink sink = new MemorySink();
    for (Output output : assembled.outputs()) {
      if (output.path().value().startsWith("sitemap")) {
        renderer.render(output, sink);
      }
    }
    assertThat(diagnostics.sorted()).isEmpty();
    return new TreeMap<>(sink.files());
  }

  private static Document page(String slug) {
    FrontMatter frontMatter =
        new FrontMatter(
            "A page",
            null,
            null,
            null,
            Status.PUBLISHED,
            slug,
            null,
            List.of(),
            List.of(),
            "en",
            List.of(),
            null,
            null,
            null,
            false,
            null,
            Metadata.NONE);
    SourceFile source =
        new SourceFile(
            "pages/" + slug + ".md", Path.of(slug), "content/pages/" + slug + ".md", Kind.PAGE);
    return new Document(
        source, frontMatter, Body.EMPTY, Body.EMPTY, Map.of(), List.of(), List.of(), 0, null);
  }
}
