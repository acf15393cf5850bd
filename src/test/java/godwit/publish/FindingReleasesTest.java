package godwit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.output.OutputPath;
import godwit.release.Release;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Releases and files, found by what people call them.
class FindingReleasesTest extends PublisherScenario {
  @Test
  void aReleaseIsFoundByHowItsIdBegins() throws IOException {
    String first = live(publish()).published().id();
    site.article("b.md", "Title: B\nDate: 2026-02-01\n\nText.\n");
    String second = live(publish()).published().id();
    String common = first.substring(0, 8);
    Publisher publisher = publisher();

    assertThat(publisher.releases(holder())).extracting(Release::id).containsExactly(second, first);
    assertThat(publisher.rollBack(holder(), Optional.of("1999")))
        .isEqualTo(new RollbackResult.NotOne("1999", List.of()));
    assertThat(publisher.rollBack(holder(), Optional.of(common)))
        .isInstanceOfSatisfying(
            RollbackResult.NotOne.class, none -> assertThat(none.matches()).hasSize(2));
    assertThat(publisher.rollBack(holder(), Optional.of(second)))
        .isInstanceOf(RollbackResult.LiveAlready.class);
    assertThat(publisher.rollBack(holder(), Optional.of(first.substring(0, first.length() - 4))))
        .isInstanceOfSatisfying(
            RollbackResult.Done.class,
            done -> assertThat(done.rolledBack().live().id()).isEqualTo(first));
  }

  @Test
  void aWholeIdIsOneReleaseEvenIfAnotherBeginsWithIt() throws IOException {
    String first = live(publish()).published().id();
    publishes = 0;
    site.article("b.md", "Title: B\nDate: 2026-02-01\n\nText.\n");
    String second = live(publish()).published().id();

    assertThat(second).startsWith(first).isNotEqualTo(first);
    assertThat(publisher().rollBack(holder(), Optional.of(first)))
        .isInstanceOf(RollbackResult.Done.class);
  }

  @Test
  void aFileIsComparedByAnyOfItsNames() throws IOException {
    publish();
    site.article("a1.md", "Title: A1\nDate: 2026-01-01\n\nBetter text.\n");

    for (String name :
        List.of("a1.html", "/a1.html", "https://example.org/a1.html#x", "content/a1.md")) {
      Comparison.Versions versions = compare(name).file().orElseThrow();
      assertThat(versions.path()).isEqualTo(new OutputPath("a1.html"));
      assertThat(text(versions.before())).contains("<p>Text.").doesNotContain("Better");
      assertThat(text(versions.after())).contains("<p>Better text.");
    }
    assertThat(compare("").file())
        .map(Comparison.Versions::path)
        .contains(new OutputPath("index.html"));
    assertThat(publisher().compare(build(TestSite.AS_OF), holder(), Optional.of("nowhere.html")))
        .isInstanceOf(Comparison.NoSuchFile.class);
  }

  @Test
  void aFileThatWouldGoIsComparedToo() throws IOException {
    publish();
    Files.delete(site.directory().resolve("content/a1.md"));

    for (String name : List.of("a1.html", "content/a1.md")) {
      Comparison.Versions versions = compare(name).file().orElseThrow();
      assertThat(text(versions.before())).contains("<p>Text.");
      assertThat(versions.after()).isEmpty();
    }
  }

  private Comparison.Compared compare(String file) throws IOException {
    return (Comparison.Compared)
        publisher().compare(build(TestSite.AS_OF), holder(), Optional.of(file));
  }

  private static String text(Optional<byte[]> bytes) {
    return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
  }
}
