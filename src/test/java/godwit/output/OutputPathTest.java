package godwit.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godwit.testing.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "..",
          ".",
          "/",
          "//",
          "\\",
          "\0",
          "\n",
          "..\u200B",
          "\u2024\u2024",
          "\uFF0F",
          "e\u0301",
          "~",
          "C:",
          "%2e%2e",
          "\u0085",
          " ",
          "-",
          "🐦");

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b.html", ".well-known/x", "a..b", "...", "~root", "a b", "日本/é"})
  void takesPathsBelowTheOutput(String path) {
    assertThat(new OutputPath(path).value()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "'',         an empty path",
    "/etc/x,     '''/etc/x'' is an absolute path'",
    "../x,       '''../x'' has a part ''..'''",
    "a/../../x,  '''a/../../x'' has a part ''..'''",
    "a/.,        '''a/.'' has a part ''.'''",
    "a//b,       '''a//b'' has an empty part'",
    "a/,         '''a/'' has an empty part'",
    "a\\b,       '''a\\b'' has a backslash'"
  })
  void refusesOthersAndSaysWhy(String path, String message) {
    assertThatThrownBy(() -> new OutputPath(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesWhatNoFileSystemTakes() {
    assertThatThrownBy(() -> new OutputPath("a\0b"))
        .hasMessage("'a\uFFFDb' has a control character");
    assertThatThrownBy(() -> new OutputPath("é".repeat(128)))
        .hasMessage("'" + "é".repeat(40) + "…' is longer than 255 bytes");
    assertThatThrownBy(() -> new OutputPath("a/".repeat(1600) + "b"))
        .hasMessage("'" + "a/".repeat(20) + "…' is longer than 3000 bytes");
    assertThat(new OutputPath("é".repeat(127)).value()).hasSize(127);
  }

  @Test
  void neverLeadsOutOfTheOutput() {
    Path root = Path.of("/srv/output");
    long[] taken = {0};
    Texts.of(50_000, 6, PIECES)
        .forEach(
            path -> {
              OutputPath output;
              try {
                output = new OutputPath(path);
              } catch (IllegalArgumentException e) {
                return;
              }
              taken[0]++;
              Path file = root.resolve(output.value());
              assertThat(file.normalize())
                  .as(path)
                  .isEqualTo(file)
                  .startsWithRaw(root)
                  .isNotEqualTo(root);
              assertThat(Normalizer.isNormalized(output.value(), Normalizer.Form.NFC)).isTrue();
              assertThat(output.value().getBytes(StandardCharsets.UTF_8).length).isLessThan(3001);
            });
    assertThat(taken[0]).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({"'', index.html", "a/, a/index.html", "a, a", "a/b.html, a/b.html"})
  void savesADirectorysAddressAsItsIndex(String saveAs, String expected) {
    assertThat(OutputPath.ofFile(saveAs).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"A/b.HTML, a/B.html", "Straße, STRASSE", "\u00e9, e\u0301", "İ, i\u0307", "ς, σ"})
  void findsNamesThatAreOneWhereCaseIsIgnored(String one, String other) {
    assertThat(new OutputPath(one).collisionKey()).isEqualTo(new OutputPath(other).collisionKey());
  }
}
