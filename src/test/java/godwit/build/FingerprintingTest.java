package godwit.build;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.output.OutputFile;
import godwit.output.OutputSink;
import godwit.testing.BuiltSite;
import godwit.testing.TestSite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The names by which pages load files. What they look like in all places is in the fixture sites
/// `assets`.
class FingerprintingTest {
  private static final String DIGITS = "\\.[0-9a-f]{16}(?=\\.)";

  @TempDir Path directory;
  private TestSite site;

  @BeforeEach
  void makeSite() throws IOException {
    site =
        new TestSite(directory.toRealPath(), "[site]\ntitle = \"A\"\n")
            .article("a.md", "Title: A\nDate: 2026-01-01\n\n![i](images/i.png)\n")
            .file("content/images/i.png", "one");
  }

  /// The second names by the plain ones.
  private Map<String, String> names() throws IOException {
    return site.build().files().keySet().stream()
        .filter(path -> !path.replaceFirst(DIGITS, "").equals(path))
        .collect(Collectors.toMap(path -> path.replaceFirst(DIGITS, ""), path -> path));
  }

  @Test
  void onlyWhatChangedHasAnotherName() throws IOException {
    site.file("templates/assets/css/main.css", "@import 'part.css';\n")
        .file("templates/assets/css/part.css", "p { background: url(../back.png) }\n")
        .file("templates/assets/back.png", "one");
    Map<String, String> before = names();
    site.file("templates/assets/back.png", "two");
    Map<String, String> after = names();

    assertThat(after.keySet()).isEqualTo(before.keySet());
    Set<String> changed = new TreeSet<>(after.keySet());
    changed.removeIf(path -> after.get(path).equals(before.get(path)));
    assertThat(changed)
        .containsExactly("theme/back.png", "theme/css/main.css", "theme/css/part.css");
  }

  @Test
  void aCopyHasTheBytesOfItsFile() throws IOException {
    BuiltSite built = site.build();

    names()
        .forEach(
            (plain, name) -> assertThat(built.bytes(name)).as(name).isEqualTo(built.bytes(plain)));
    assertThat(names())
        .containsOnlyKeys(
            "images/i.png", "theme/css/highlight.css", "theme/css/main.css", "theme/favicon.svg");
  }

  @Test
  void aSinkIsToldWhichNamesChange() throws IOException {
    Map<String, OutputFile.Kind> kinds = new ConcurrentSkipListMap<>();
    OutputSink sink =
        new OutputSink() {
          @Override
          public void write(OutputFile file, byte[] bytes) {
            kinds.put(file.path().value(), file.kind());
          }

          @Override
          public long copy(OutputFile file, Path source) {
            kinds.put(file.path().value(), file.kind());
            return 0;
          }
        };
    new Build(site.config(), TestSite.AS_OF, 2, BuildListener.none()).run(sink);

    kinds.forEach(
        (path, kind) ->
            assertThat(kind == OutputFile.Kind.ASSET)
                .as(path)
                .isEqualTo(!path.replaceFirst(DIGITS, "").equals(path)));
    assertThat(kinds.values()).contains(OutputFile.Kind.ASSET, OutputFile.Kind.FILE);
  }

  @Test
  void aFileThatIsVeryLargeHasItsPlainNameAlone() throws IOException {
    grow("content/images/i.png", Fingerprinting.LARGEST_BYTES);
    assertThat(names()).containsKey("images/i.png");

    grow("content/images/i.png", Fingerprinting.LARGEST_BYTES + 1);
    assertThat(names()).doesNotContainKey("images/i.png");
    assertThat(site.build().text("a.html")).contains("<img src=\"images/i.png\"");
  }

  private void grow(String path, long size) throws IOException {
    try (SeekableByteChannel file =
        Files.newByteChannel(site.directory().resolve(path), StandardOpenOption.WRITE)) {
      file.position(size - 1).write(ByteBuffer.allocate(1));
    }
  }

  @Test
  void aNameThatWouldBeTooLongStaysPlain() throws IOException {
    String name = "i".repeat(250) + ".png";
    site.article("a.md", "Title: A\nDate: 2026-01-01\n\n![i](images/" + name + ")\n")
        .file("content/images/" + name, "one");

    assertThat(site.build().text("a.html")).contains("<img src=\"images/" + name + "\"");
  }

  @Test
  void aLongChainOfStyleSheetsComesToAnEnd() throws IOException {
    for (int i = 0; i < 5000; i++) {
      site.file("templates/assets/" + i + ".css", "@import '" + (i + 1) + ".css';");
    }

    assertThat(names()).hasSize(5004);
  }

  @Test
  void nothingCountsAsTwoFiles() throws IOException {
    BuiltSite built = site.build();

    assertThat(built.site().fileCount()).isEqualTo(built.files().size() - names().size());
  }

  @Test
  void switchedOffItLeavesEverythingAsItIs() throws IOException {
    site.file("godwit.toml", "[site]\ntitle = \"A\"\n\n[assets]\nfingerprint = false\n");

    assertThat(names()).isEmpty();
    assertThat(site.build().text("a.html"))
        .contains("<img src=\"images/i.png\"")
        .contains("<link rel=\"stylesheet\" href=\"/theme/css/main.css\">");
  }
}
