package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every example of the CommonMark specification, as an article read by the reader that the build
/// uses, with all of Godwit's extensions but those that the settings can turn off.
///
/// What Godwit adds on purpose is taken away again before the comparison, and nothing else: the
/// anchors of headings, `loading="lazy"` on images, and the links' places, which get back what was
/// written there. (The specification shows tabs as arrows.)
class CommonMarkSpecTest {
  private static final int EXAMPLES = 652;

  private static final Pattern ANCHOR =
      Pattern.compile(" <a class=\"anchor\" href=\"#[^\"]*\" aria-label=\"[^\"]*\">#</a></h");
  private static final Pattern HEADING = Pattern.compile("<(h[1-6]) id=\"[^\"]+\">");

  @TempDir static Path directory;

  private static List<Example> examples() {
    return ExampleReader.readExamples(TestResources.getSpec());
  }

  @Test
  void theSpecificationIsWhole() {
    assertThat(examples()).hasSize(EXAMPLES);
  }

  @TestFactory
  Stream<DynamicTest> readsEveryExample() throws IOException {
    DocumentReader reader = new DocumentReader(config());
    List<Example> examples = examples();
    return IntStream.rangeClosed(1, examples.size())
        .mapToObj(
            number -> {
              Example example = examples.get(number - 1);
              return DynamicTest.dynamicTest(
                  number + " " + example.getSection(),
                  () ->
                      assertThat(withoutAdditions(read(reader, number, example.getSource())))
                          .as(example.getSource())
                          .isEqualTo(example.getHtml().replace('→', '\t')));
            });
  }

  private static SiteConfig config() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("godwit.toml"),
            """
            [site]
            title = "The specification"
            [markdown]
            autolinks = false
            highlight = false
            smart-punctuation = false
            """);
    Diagnostics diagnostics = new Diagnostics();
    Optional<SiteConfig> config = ConfigReader.read(file, diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return config.orElseThrow();
  }

  /// The header keeps the reader from looking for one in the example, and for a title.
  private static Body read(DocumentReader reader, int number, String text) throws IOException {
    Path file = directory.resolve("example-" + number + ".md");
    Files.writeString(file, "---\ntitle: Example\ndate: 2026-01-01\n---\n" + text);
    Diagnostics diagnostics = new Diagnostics();
    SourceFile source =
        new SourceFile(
            file.getFileName().toString(), file, "content/" + file.getFileName(), Kind.ARTICLE);
    Optional<Document> document = reader.read(source, diagnostics);
    // One example is about what looks like a link and is none, which is told.
    assertThat(diagnostics.sorted()).allMatch(found -> found.code().equals("no-link"));
    return document.orElseThrow().body();
  }

  private static String withoutAdditions(Body body) {
    List<String> addresses = body.links().stream().map(Link::written).toList();
    String html = body.fill(addresses);
    String withoutAnchors = ANCHOR.matcher(html).replaceAll("</h");
    return HEADING
        .matcher(withoutAnchors)
        .replaceAll("<$1>")
        .replace(" loading=\"lazy\" />", " />");
  }
}
