package godwit.content.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.junit.jupiter.api.Test;

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
