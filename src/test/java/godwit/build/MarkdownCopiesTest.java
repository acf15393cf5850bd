package godwit.build;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.content.Document;
import godwit.content.DocumentReader;
import godwit.content.Link;
import godwit.content.MarkdownSource;
import godwit.content.SourceFile;
import godwit.diagnostic.Diagnostics;
import godwit.site.Entry;
import godwit.site.LinkResolver;
import godwit.site.LinkResolver.Place;
import godwit.site.Site;
import godwit.testing.FixtureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Markdown of every page, with the addresses that its links have on the web, reads as the page
/// itself: of a blog that was written over sixteen years, and of Godwit's own manual.
class MarkdownCopiesTest {
  private static final Instant AS_OF = Instant.parse("2027-01-01T00:00:00Z");

  @TempDir Path directory;

  /// The links of the copies that lead nowhere outside the site, with the documents they are in.
  private final List<String> notWhole = new ArrayList<>();

  @Test
  void ofARealBlogReadAsThePages() throws IOException {
    FixtureFiles.copy(Path.of("src/test/resources/real-blog"), directory);
    Files.writeString(
        directory.resolve("godwit.toml"), "\n[llms]\ncopies = true\n", StandardOpenOption.APPEND);

    assertThat(compare(directory.resolve("godwit.toml"))).isEqualTo(322);
    // One link less than are broken: that one is a whole address.
    assertThat(notWhole).hasSize(25);
  }

  @Test
  void ofTheManualReadAsThePages() throws IOException {
    assertThat(compare(Path.of("godwit.toml"))).isGreaterThanOrEqualTo(50);
    assertThat(notWhole).isEmpty();
  }

  /// @return how many were compared
  private int compare(Path settings) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = ConfigReader.read(settings, diagnostics).orElseThrow();
    Site site = new Build(config, AS_OF, 2, BuildListener.none()).assemble(diagnostics);
    LinkResolver links = new LinkResolver(site);
    DocumentReader reader = new DocumentReader(config);
    Path copy = directory.resolve("copy.md");
    int compared = 0;
    for (Entry entry : site.entries()) {
      MarkdownSource source = entry.document().markdown();
      assertThat(source).as(entry.document().source().name()).isNotNull();
      Files.writeString(copy, "Title: x\nDate: 2026-01-01\n\n" + links.fill(entry, source));
      SourceFile file =
          new SourceFile(
              entry.document().source().path(), copy, "copy.md", entry.document().source().kind());
      Document read = reader.read(file, diagnostics).orElseThrow();
      assertThat(html(links, entry, read))
          .as(entry.document().source().name())
          .isEqualTo(html(links, entry, entry.document()));
      for (Link link : read.body().links()) {
        boolean isOfContents = link.destination().startsWith("#"); // they are made anew of [TOC]
        if (!isOfContents && !link.destination().startsWith(config.site().url())) {
          notWhole.add(entry.document().source().name() + " " + link.destination());
        }
      }
      compared++;
    }
    return compared;
  }

  /// @param document whose text is rendered in the entry's place
  private static String html(LinkResolver links, Entry entry, Document document) {
    return links
        .fill(entry, document.body(), Place.OUTSIDE)
        .replace("%28", "(")
        .replace("%29", ")");
  }
}
