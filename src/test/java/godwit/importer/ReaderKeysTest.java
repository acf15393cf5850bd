package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the settings of readers: that of reStructuredText, and those of others.
class ReaderKeysTest {
  @TempDir Path temporary;

  @Test
  void aBlogWithRestructuredTextGetsItsConverter() throws IOException {
    Files.createDirectories(temporary.resolve("content/a"));
    Files.writeString(temporary.resolve("content/a/b.rst"), "A\n=\n");
    Files.writeString(temporary.resolve("content/c.rst"), "A\n=\n");

    assertThat(Blog.told(Blog.read(temporary, "")))
        .startsWith("content/a/b.rst: warning[import-content]: 2 files are reStructuredText")
        .contains("apt-get install python3-docutils");
    assertThat(command(""))
        .isEqualTo(
            List.of(
                "rst2html5",
                "--stylesheet=",
                "--initial-header-level=2",
                "--syntax-highlight=short",
                "--no-file-insertion"));
    assertThat(Blog.told(Blog.read(temporary, "READERS = {'rst': None}"))).isEmpty();
    assertThat(Blog.toml(Blog.read(temporary, "READERS = {'rst': None}")))
        .doesNotContain("readers");
  }

  @Test
  void settingsOfDocutilsAreItsOptions() throws IOException {
    Files.createDirectories(temporary.resolve("content"));
    Files.writeString(temporary.resolve("content/c.rst"), "A\n=\n\n.. include:: b.inc\n");
    String settings =
        """
        DEFAULT_LANG = 'de'
        DOCUTILS_SETTINGS = {'initial_header_level': 3, 'smart_quotes': True,
          'raw_enabled': False, 'doctitle_xform': True, 'strip_comments': True,
          'embed_stylesheet': False, 'dump_settings': 1}
        """;

    assertThat(command(settings))
        .isEqualTo(
            List.of(
                "rst2html5",
                "--stylesheet=",
                "--initial-header-level=3",
                "--smart-quotes=yes",
                "--no-raw",
                "--strip-comments",
                "--syntax-highlight=short",
                "--language=de"));
    assertThat(Blog.told(Blog.read(temporary, settings)))
        .contains("6:30: warning[import-setting]: DOCUTILS_SETTINGS: 'dump_settings' is not taken")
        .doesNotContain("embed_stylesheet");
    assertThat(command("DOCUTILS_SETTINGS = {'file_insertion_enabled': False}"))
        .endsWith("--no-file-insertion");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'initial_header_level': 7, from 1 to 6",
        "'initial_header_level': 0, from 1 to 6",
        "'syntax_highlight': 'all', long or short or none",
        "'footnote_references': 'x', brackets or superscript"
      })
  void whatDocutilsDoesNotTakeIsTold(String setting, String choices) throws IOException {
    Files.createDirectories(temporary.resolve("content"));
    Files.writeString(temporary.resolve("content/c.rst"), "A\n=\n");
    String settings = "DOCUTILS_SETTINGS = {" + setting + "}";
    String name = setting.substring(0, setting.indexOf(':'));

    assertThat(Blog.told(Blog.read(temporary, settings)))
        .contains("warning[import-setting]: DOCUTILS_SETTINGS: " + name + " is " + choices);
    assertThat(command(settings))
        .isEqualTo(
            List.of(
                "rst2html5",
                "--stylesheet=",
                "--initial-header-level=2",
                "--syntax-highlight=short",
                "--no-file-insertion"));
  }

  /// What the blog leaves out, and what lies beside its content, needs no converter.
  @Test
  void onlyTextsThatArePublishedNeedDocutils() throws IOException {
    Files.createDirectories(temporary.resolve("content/drafts"));
    Files.writeString(temporary.resolve("README.rst"), "A\n=\n");
    Files.writeString(temporary.resolve("content/.hidden.rst"), "A\n=\n");
    Files.writeString(temporary.resolve("content/drafts/notes.rst"), "A\n=\n");
    Files.writeString(temporary.resolve("content/a.inc.rst"), "A\n=\n");
    Files.writeString(temporary.resolve("content/a.md"), "Title: A\nDate: 2020-01-01\n\nA.\n");
    String settings =
        "IGNORE_FILES = ['*.inc.rst']\nARTICLE_EXCLUDES = ['drafts']\n"
            + "PAGE_PATHS = ['pages']\nDOCUTILS_SETTINGS = {'initial_header_level': 3}";

    assertThat(Blog.told(Blog.read(temporary, settings))).doesNotContain("python3-docutils");
    assertThat(Blog.toml(Blog.read(temporary, settings))).doesNotContain("rst2html5");
  }

  @Test
  void otherReadersAreTold() throws IOException {
    assertThat(Blog.told(Blog.read(temporary, "READERS = {'foo': 'Foo', 'asc': None}")))
        .contains("READERS: the reader of .foo is a program of Pelican's")
        .doesNotContain("asc");
    assertThat(Blog.told(Blog.read(temporary, "READERS = {1: 2}"))).contains("the reader of .1 is");
  }

  @Test
  void filesWhoseReaderIsOffAreNoTexts() throws IOException {
    assertThat(Blog.toml(Blog.read(temporary, "READERS = {'html': None, 'mkd': False}")))
        .contains("texts = [\"md\", \"markdown\", \"mdown\", \"htm\"]\n");
    assertThat(Blog.told(Blog.read(temporary, "READERS = {'html': None}"))).isEmpty();
  }

  private List<String> command(String settings) throws IOException {
    String toml = Blog.toml(Blog.read(temporary, settings));
    Diagnostics diagnostics = new Diagnostics();
    SiteConfig config = ConfigReader.read(toml, temporary, diagnostics).orElseThrow();
    return config.readers().of("a.rst").orElseThrow().command();
  }
}
