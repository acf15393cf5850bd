package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A part of a list or a dict that is of no use is left out by itself.
class UnusablePartsTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IGNORE_FILES = ['private*', '[', '[z-a]']|ignore = [\"private*\", '\\[']",
        "EXTRA_PATH_METADATA = {'extra/CNAME': {'path': 'CNAME'}, 'extra/old': {'path':"
            + " '../old'}}|[content.metadata.\"extra/CNAME\"]\\npath = \"CNAME\"",
        "STATIC_PATHS = ['files', '../shared']|static = [\"files\"]",
        "STATIC_PATHS = ['../shared']|static = []",
        "IGNORE_FILES = ['.#*', '.well-*', '.ht*']|ignore = [\".well-*\", \".ht*\"]",
        "IGNORE_FILES = ['private*', f()]|ignore = [\"private*\"]",
        "DEFAULT_METADATA = {'rank': '3', 'colour': f()}|[content.default-metadata]\\n"
            + "rank = \"3\"",
        "STATIC_EXCLUDES = ['../a', 'files']|static-excludes = [\"files\"]",
        "ARTICLE_PATHS = ['../a', 'blog']|articles = [\"blog\"]",
        "ARTICLE_EXCLUDES = ['../a', 'old']|article-excludes = [\"old\"]",
        "PAGE_PATHS = ['p', '../a']|pages = [\"p\"]",
        "PAGE_EXCLUDES = ['old', '../a']|page-excludes = [\"old\"]",
        "TEMPLATE_PAGES = {'a.html': 'a.html', 'b.html': '../b'}|[content.template-pages]\\n"
            + "\"a.ftlh\" = \"a.html\"",
        "DEFAULT_METADATA = {'rank': '3', 'status': 'no'}|[content.default-metadata]\\n"
            + "rank = \"3\"",
        "PAGINATION_PATTERNS = [(1, '{url}', '{save_as}'), (2, 'p{number}', 'p{number}'),"
            + " (5, '../{number}', '../{number}')]|from = 2\\nurl = \"p{number}\""
      })
  void areLeftOut(String lines, String part) throws IOException {
    String toml = Blog.toml(Blog.read(temporary, lines));

    assertThat(toml).contains("\n" + part.replace("\\n", "\n") + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IGNORE_FILES = ['private*', '[z-a]']|3:29: warning[import-setting]: IGNORE_FILES: '[z-a]'"
            + " fits no name",
        "EXTRA_PATH_METADATA = {'extra/CNAME': {'path': 'CNAME'}, 'extra/old': {'path':"
            + " '../old'}}|3:58: warning[import-setting]: not taken over:"
            + " content.metadata.\"extra/old\".path",
        "STATIC_PATHS = ['files', '../shared']|3:26: warning[import-setting]: not taken over:"
            + " content.static: must not hold '..': '../shared'",
        "IGNORE_FILES = ['private*', f()]|3:29: warning[import-unread]: IGNORE_FILES: an entry"
            + " cannot be read, as it is made by a call of f()",
        "DEFAULT_METADATA = {'rank': '3', 'colour': f()}|3:44: warning[import-unread]:"
            + " DEFAULT_METADATA: an entry cannot be read",
        "STATIC_EXCLUDES = ['../a', 'files']|3:20: warning[import-setting]: not taken over:"
            + " content.static-excludes: must not hold '..': '../a'",
        "ARTICLE_PATHS = ['../a', 'blog']|3:18: warning[import-setting]: not taken over:"
            + " content.articles: must not hold '..': '../a'",
        "TEMPLATE_PAGES = {'a.html': 'a.html', 'b.html': '../b'}|3:39: warning[import-setting]:"
            + " not taken over: content.template-pages",
        "DEFAULT_METADATA = {'rank': '3', 'status': 'no'}|3:34: warning[import-setting]: not taken"
            + " over: content.default-metadata",
        "PAGINATION_PATTERNS = [(1, '{url}', '{save_as}'), (2, 'p{number}', 'p{number}'),"
            + " (5, '../{number}', '../{number}')]|3:83: warning[import-setting]: not taken over:"
            + " pagination.patterns"
      })
  void areToldWhereTheyStand(String lines, String told) throws IOException {
    assertThat(Blog.told(Blog.read(temporary, lines))).contains("pelicanconf.py:" + told);
  }

  @Test
  void whyStandsAboveTheRest() throws IOException {
    assertThat(Blog.toml(Blog.read(temporary, "STATIC_PATHS = ['files', '../shared']")))
        .contains("\n# Not taken over: content.static: must not hold '..': '../shared'\n")
        .doesNotContain("# static");
  }
}
