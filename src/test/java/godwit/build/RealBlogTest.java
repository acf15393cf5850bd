package godwit.build;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.site.Entry;
import godwit.testing.FixtureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real blog of 322 documents, written over sixteen years for Pelican; see its NOTICE.md.
class RealBlogTest {
  private static final Path FIXTURE = Path.of("src/test/resources/real-blog");
  private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private static Path directory;

  private static BuildResult result;

  @BeforeAll
  static void build() throws IOException {
    FixtureFiles.copy(FIXTURE, directory);
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config =
        ConfigReader.read(directory.resolve("godwit.toml"), diagnostics).orElseThrow();
    result = new Build(config, AS_OF, 2, BuildListener.none()).run(new DiscardingSink());
  }

  @Test
  void noArticleIsLost() throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.walk(directory.resolve("content"))) {
      sources =
          files
              .map(file -> directory.resolve("content").relativize(file).toString())
              .filter(file -> file.endsWith(".md"))
              .sorted()
              .toList();
    }
    assertThat(sources).hasSize(322);
    assertThat(result)
        .isInstanceOfSatisfying(
            BuildResult.Built.class,
            built ->
                assertThat(built.site().entries())
                    .extracting((Entry entry) -> entry.document().source().path())
                    .containsExactlyInAnyOrderElementsOf(sources));
  }

  @Test
  void everyBrokenReferenceIsReportedWithItsPosition() throws IOException {
    String found =
        result.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
    assertThat(found)
        .isEqualTo(Files.readString(FIXTURE.resolve("expected-diagnostics.txt")).strip());
  }
}
