package godwit.content.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenClassTest {
  private static final List<String> LETTERS =
      Stream.of(TokenClass.values()).map(c -> String.valueOf(c.letter())).toList();

  @Test
  void theDocumentationListsEachClass() throws IOException {
    String doc =
        Files.readString(Path.of("src/main/java/godwit/content/highlight/package-info.java"));
    assertThat(found("/// \\| `(\\w)` \\|", doc)).containsExactlyInAnyOrderElementsOf(LETTERS);
  }

  @Test
  void theThemeHasARuleForEachClass() throws IOException {
    String css = Files.readString(Path.of("templates/assets/css/highlight.css"));
    assertThat(found("(?m)^pre \\.(\\w) \\{", css)).containsExactlyInAnyOrderElementsOf(LETTERS);
  }

  /// The classes of Pygments' STANDARD_TYPES. Of those that mean another thing here, `n` and `p`
  /// are plain there.
  @ParameterizedTest
  @CsvSource({
    "keyword, k kd kn kp kr ow",
    "type, kt nc ne nn",
    "function, nb nf fm",
    "variable, bp nv vc vg vi vm",
    "attribute, na nd",
    "tag, nt gh gu",
    "string, s sa sb sc dl sd s2 se sh si sx s1 ss",
    "regex, sr",
    "number, kc l ld m mb mf mh mi il mo ni no",
    "comment, c ch cm c1 cs",
    "operator, o",
    "preprocessor, cp cpf gp",
    "error, err gr gt",
    "inserted, gi",
    "deleted, gd",
    "text, n p g"
  })
  void theThemeColoursThePiecesOfPygments(String colour, String classes) throws IOException {
    String css = Files.readString(Path.of("templates/assets/css/highlight.css"));
    String rule =
        found(
                "(?m)^:is\\(\\.code, \\.highlight pre\\) :is\\(([^)]*)\\) \\{ color: var\\(--code-"
                    + colour
                    + "\\);",
                css)
            .collect(Collectors.joining());
    assertThat(rule.replace(".", "").split(",\\s*"))
        .containsExactlyInAnyOrder(classes.split(" ", -1));
  }

  @Test
  void blocksOfPygmentsHaveTheBackgroundThatTheColoursAreFor() throws IOException {
    String css = Files.readString(Path.of("templates/assets/css/highlight.css"));
    assertThat(css)
        .contains(
            """
            pre:is(:has(> code), .code, .highlight *) {
              background: var(--code-background);
            """);
  }

  @Test
  void theSamplesShowEachClassAndNoOther() {
    String html =
        Samples.ALL.languages().stream().map(Samples.ALL::html).reduce("", String::concat);
    assertThat(found("<span class=\"([^\"]*)\">", html).distinct())
        .containsExactlyInAnyOrderElementsOf(LETTERS);
  }

  @Test
  void onlyNamesSpaceAndSeparatorsArePlain() {
    List<Integer> plain =
        IntStream.range(0, TokenTypes.DEFAULT_NUM_TOKEN_TYPES)
            .filter(type -> TokenClass.of(type) == null)
            .boxed()
            .toList();
    assertThat(plain)
        .containsExactly(
            TokenTypes.NULL, TokenTypes.IDENTIFIER, TokenTypes.WHITESPACE, TokenTypes.SEPARATOR);
  }

  private static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1));
  }
}
