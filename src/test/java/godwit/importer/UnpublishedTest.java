package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.content.ContentScanner;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the names that the import tells of to those that the scan of the content passes over.
class UnpublishedTest {
  private static final Path LIST = Path.of("src/main/java/godwit/content/Unpublishable.java");

  @TempDir Path temporary;

  @Test
  void areThoseOfTheScan() throws IOException {
    List<String> words =
        Pattern.compile("\"([^\"/ ]+)\"")
            .matcher(Files.readString(LIST))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(words).contains(".pem", "id_rsa").hasSizeGreaterThan(15);
    List<String> names =
        Stream.of(words.stream(), words.stream().map(word -> "x" + word), Stream.of("#x#"))
            .flatMap(all -> all)
            .filter(name -> !name.equals(".") && !name.contains("#"))
            .distinct()
            .toList();
    Path files = Files.createDirectories(temporary.resolve("content/files"));
    Files.writeString(temporary.resolve("content/a.md"), "Title: A\nDate: 2026-01-01\n\nA\n");
    for (String name : names) {
      Files.writeString(files.resolve(name), "x");
    }
    TreeSet<String> expected = new TreeSet<>();
    names.stream().filter(name -> !Unpublished.isName(name)).forEach(expected::add);

    assertThat(published()).isEqualTo(expected);
  }

  private TreeSet<String> published() {
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config =
        ConfigReader.read(
                "[site]\ntitle = \"A\"\n[content]\nstatic = [\"files\"]\n", temporary, diagnostics)
            .orElseThrow();
    TreeSet<String> names = new TreeSet<>();
    for (String path : ContentScanner.scan(config, diagnostics).copied()) {
      names.add(path.substring("files/".length()));
    }
    return names;
  }
}
