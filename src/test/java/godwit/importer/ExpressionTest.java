package godwit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of regular expressions of Python.
class ExpressionTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(?P<a>.)(?P=a)|(?<a>.)\\k<a>",
        "(?u)\\s*\\Z|\\s*\\z",
        "(?iu)a|(?i)a",
        "[]a]|[\\]a]",
        "[^]a]|[^\\]a]",
        "[a[b&&c]|[a\\[b\\&\\&c]",
        "a{,3}|a{0,3}",
        "a{2,}b{x}|a{2,}b\\{x}",
        "a(?#comment)b|ab",
        "\\[{|\\[\\{"
      })
  void translatesExpressions(String python, String java) throws IOException {
    ImportResult result = Blog.read(temporary, "PATH_METADATA = r'" + python + "'");

    assertThat(Blog.toml(result)).contains("path-metadata = " + TomlWriter.text(java) + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(?a)\\w|Java's expressions have no (?a): take it out",
        "(?ia)\\w|Java's expressions have no (?a): take it out",
        "(a)?(?(1)b|Java's expressions have no (?(1)a",
        "(a|write another that matches the same"
      })
  void saysWhatToDoWithAnExpression(String python, String hint) {
    assertThat(Expression.hint(python)).startsWith(hint);
  }
}
