package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of settings that Pelican has replaced, by its own `handle_deprecated_settings`.
class OldSettingsTest {
  /// The rules that Pelican adds to old substitutions.
  private static final String STANDARD =
      "['[^\\w\\s-]', \"\"], ['(?u)\\A\\s*', \"\"], ['(?u)\\s*\\Z', \"\"], ['[-\\s]+', \"-\"]]";

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CLEAN_URLS = True|article = \"{slug}/\"; article-save-as = \"{slug}.html\"",
        "CLEAN_URLS = True|page-translation = \"pages/{slug}-{lang}/\"",
        "PAGE_URL = 'x/{slug}'; CLEAN_URLS = 1|page = \"pages/{slug}/\"",
        "DEFAULT_PAGINATION = 4; PAGINATED_DIRECT_TEMPLATES = ['archives']"
            + "|[pagination.sizes]; index = 0; archives = 4",
        "DEFAULT_PAGINATION = 4; PAGINATED_DIRECT_TEMPLATES = ('index',)"
            + "; PAGINATED_TEMPLATES = {'tag': 2}"
            + "|[pagination.sizes]; category = 0; tag = 2; author = 0",
        "SLUG_SUBSTITUTIONS = ((' x', 'y', True),)"
            + "|substitutions = [['\\ x', \"y\"], ['(?u)\\A\\s*', \"\"], ['(?u)\\s*\\Z', \"\"]]",
        "TAG_SUBSTITUTIONS = []|tag-substitutions = [STANDARD",
        "TAG_SUBSTITUTIONS = [('a.b', r'\\c')]|tag-substitutions = [['a\\.b', '\\\\c'], STANDARD",
        "SLUG_SUBSTITUTIONS = [('a', 'b')]; TAG_SUBSTITUTIONS = [('c', 'd')]"
            + "|tag-substitutions = [[\"a\", \"b\"], [\"c\", \"d\"], STANDARD",
        "SLUG_SUBSTITUTIONS = [('a', 'b')]|author-substitutions = [STANDARD"
      })
  void areTakenOver(String lines, String keys) throws IOException {
    assertThat(toml(lines)).contains(keys.replace("; ", "\n").replace("STANDARD", STANDARD) + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SLUG_SUBSTITUTIONS = None|substitutions",
        "TAG_SUBSTITUTIONS = []|author-substitutions",
        "CLEAN_URLS = False|[urls]; article",
        "SLUG_SUBSTITUTIONS = [('a', 'b')]|category-substitutions"
      })
  void sayNoMore(String lines, String key) throws IOException {
    assertThat(toml(lines)).doesNotContain(key.replace("; ", "\n"));
    assertThat(told(lines)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "JINJA_EXTENSIONS = ['a']|3:1: warning[import-setting]: JINJA_EXTENSIONS has no",
        "FILES_TO_COPY = ()|3:1: warning[import-setting]: FILES_TO_COPY is a setting of old",
        "CLEAN_URLS = x|3:1: warning[import-setting]: CLEAN_URLS is a setting of old versions",
        "PLUGIN_PATH = 'p'|3:1: notice[import-unneeded]: PLUGIN_PATHS is not needed",
        "PAGE_URL = 'x'; CLEAN_URLS = True|3:1: warning[import-setting]: PAGE_URL does not count",
        "PAGINATED_DIRECT_TEMPLATES = 'index'|3:1: warning[import-setting]: PAGINATED_DIRECT_T",
        "PAGINATED_DIRECT_TEMPLATES = ['tags']|3:31: warning[import-setting]: PAGINATED_TEMPLATES:",
        "TAG_SUBSTITUTIONS = [('a', x)]|3:1: warning[import-setting]: TAG_SUBSTITUTIONS is a",
        "TAG_SUBSTITUTIONS = [('a',)]|3:22: error[import-value]: TAG_REGEX_SUBSTITUTIONS: a tuple",
        "TAG_SUBSTITUTIONS = []; SLUG_REGEX_SUBSTITUTIONS = []|3:1: error[import-value]:"
            + " TAG_SUBSTITUTIONS: Pelican does not take it beside SLUG_REGEX_SUBSTITUTIONS"
      })
  void areTold(String lines, String words) throws IOException {
    assertThat(told(lines)).contains("pelicanconf.py:" + words);
  }

  /// Each setting that is written counts once, whatever becomes of it.
  @Test
  void areCountedOnce() throws IOException {
    assertThat(Blog.read(temporary, "CLEAN_URLS = True\nPAGINATED_DIRECT_TEMPLATES = ['index']"))
        .extracting("settings")
        .isEqualTo(4);
  }

  private String toml(String lines) throws IOException {
    return Blog.toml(Blog.read(temporary, lines.replace("; ", "\n")))
        .replaceAll("# As Pelican does unless .*\n", "")
        .replace("[\n  [", "[[")
        .replace("],\n  [", "], [")
        .replace("],\n]", "]]");
  }

  private String told(String lines) throws IOException {
    return Blog.told(Blog.read(temporary, lines.replace("; ", "\n")));
  }
}
