package godwit.build;

import static godwit.testing.TestSite.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import godwit.content.ContentFiles;
import godwit.content.ContentScanner;
import godwit.content.Document;
import godwit.content.DocumentCache;
import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds with the documents of the builds before.
class WarmBuildTest {
  @TempDir Path directory;

  private TestSite site;
  private DocumentCache documents;

  @BeforeEach
  void makeSite() throws IOException {
    site = new TestSite(directory, "[site]\ntitle = \"Birds\"\nurl = \"https://example.org\"\n");
    site.article("a.md", "Title: A\nDate: 2020-01-01\nTags: x\n\nText [b]({filename}b.md).\n");
    site.article("b.md", "Title: B\nDate: 2020-01-02\nTags: x, y\n\nText.\n");
    documents = new DocumentCache(site.config());
  }

  @Test
  void anUnchangedFileIsNotParsedAgain() throws IOException {
    Document before = read("b.md", new Diagnostics());
    Files.setLastModifiedTime(directory.resolve("content/b.md"), FileTime.from(Instant.EPOCH));

    assertThat(read("b.md", new Diagnostics())).isSameAs(before);

    site.article("b.md", "Title: B\nDate: 2020-01-02\nTags: x, y\n\nTEXT.\n");
    assertThat(read("b.md", new Diagnostics()).body().html()).contains("TEXT");
  }

  @Test
  void whatIsWrongIsToldAtEachBuild() throws IOException {
    site.article("b.md", "Title: B\nDate: 2020-01-02\nTitel: B\n\n[a]({filename}no.md)\n");
    Diagnostics first = new Diagnostics();
    Diagnostics second = new Diagnostics();
    List<Diagnostic> cold =
        new Build(site.config(), AS_OF, 2, BuildListener.none())
            .run(new MemorySink())
            .diagnostics();

    build().run(new MemorySink()).diagnostics().forEach(first::add);
    build().run(new MemorySink()).diagnostics().forEach(second::add);

    assertThat(cold).isNotEmpty();
    assertThat(first.sorted()).isEqualTo(cold);
    assertThat(second.sorted()).isEqualTo(cold);
  }

  @Test
  void whatIsGoneIsForgotten() throws IOException {
    Document before = read("b.md", new Diagnostics());
    Path file = directory.resolve("content/b.md");
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    build().assemble(new Diagnostics());
    Files.write(file, bytes);

    assertThat(read("b.md", new Diagnostics())).isNotSameAs(before).isEqualTo(before);
  }

  /// Whatever was built before, the site is that of a build from nothing.
  @Test
  void aWarmBuildMakesTheBytesOfAColdOne() throws IOException {
    Random random = new Random(5);
    for (int step = 0; step < 25; step++) {
      change(random);
      MemorySink warm = new MemorySink();
      MemorySink cold = new MemorySink();

      BuildResult result = build().run(warm);
      BuildResult expected = new Build(site.config(), AS_OF, 2, BuildListener.none()).run(cold);

      assertThat(result.diagnostics()).isEqualTo(expected.diagnostics());
      assertThat(result).hasSameClassAs(expected);
      assertThat(text(warm)).isEqualTo(text(cold));
    }
  }

  private void change(Random random) throws IOException {
    String name = (char) ('a' + random.nextInt(5)) + ".md";
    int number = random.nextInt(4);
    switch (random.nextInt(6)) {
      case 0 -> Files.deleteIfExists(directory.resolve("content/" + name));
      case 1 -> site.article(name, "no header " + number);
      case 2 ->
          site.article(
              name,
              "Title: T" + number + "\nDate: 2020-01-0" + (1 + number) + "\nStatus: draft\n\n");
      default ->
          site.article(
              name,
              "Title: T%s %d\nDate: 2020-01-0%d\nTags: t%d\n\n# Head\n\nSee [that]({filename}%s.md)."
                  .formatted(name, number, 1 + number, number, (char) ('a' + number)));
    }
  }

  private Build build() {
    return new Build(documents, AS_OF, 2, BuildListener.none());
  }

  private Document read(String path, Diagnostics diagnostics) {
    ContentFiles files = ContentScanner.scan(site.config(), diagnostics);
    SourceFile file =
        files.documents().stream().filter(f -> f.path().equals(path)).findAny().orElseThrow();
    return documents.read(file, diagnostics).orElseThrow();
  }

  private static Map<String, String> text(MemorySink sink) {
    Map<String, String> text = new TreeMap<>();
    sink.files()
        .forEach((path, bytes) -> text.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return text;
  }
}
