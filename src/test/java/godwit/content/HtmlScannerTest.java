package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import godwit.testing.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlScannerTest {
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "<!--",
          "-->",
          "<!",
          "<?",
          "a",
          "B",
          " ",
          "\n",
          "=",
          "\"",
          "'",
          "<a href=",
          "<script>",
          "</script",
          "<style",
          "<textarea>",
          "-",
          "&amp;",
          "é",
          "🐦",
          "\t");

  private static List<String> tokens(String html) {
    List<String> tokens = new ArrayList<>();
    HtmlScanner scanner = new HtmlScanner(html);
    while (scanner.next()) {
      StringBuilder token = new StringBuilder(scanner.kind() + " ");
      token.append(
          switch (scanner.kind()) {
            case START_TAG, END_TAG -> scanner.name();
            case TEXT, COMMENT -> scanner.text();
          });
      if (scanner.kind() == HtmlScanner.Kind.START_TAG) {
        scanner.attributes().forEach(a -> token.append(" " + a.name() + "=" + scanner.value(a)));
        token.append(scanner.isSelfClosing() ? " /" : "");
      }
      tokens.add(token.toString());
    }
    return tokens;
  }

  @Test
  void readsTagsAttributesAndText() {
    assertThat(tokens("a<P CLASS=x id = 'y z' hidden data=\"<b>\">b</p ><br/><img src=a/>"))
        .containsExactly(
            "TEXT a",
            "START_TAG p class=x id=y z hidden= data=<b>",
            "TEXT b",
            "END_TAG p",
            "START_TAG br /",
            "START_TAG img src=a/ /");
  }

  @Test
  void readsCommentsAndDoctypes() {
    assertThat(tokens("<!doctype html><!-- a > b --><?php x ?>z<!-->t<!--->u"))
        .containsExactly(
            "COMMENT <!doctype html>",
            "COMMENT <!-- a > b -->",
            "COMMENT <?php x ?>",
            "TEXT z",
            "COMMENT <!-->",
            "TEXT t",
            "COMMENT <!--->",
            "TEXT u");
  }

  @Test
  void takesTheTextOfScriptsForText() {
    assertThat(tokens("<script>if (a<b && '</div>') {}</SCRIPT>x"))
        .containsExactly(
            "START_TAG script", "TEXT if (a<b && '</div>') {}", "END_TAG script", "TEXT x");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a < b|TEXT a ,TEXT < b",
        "<|TEXT <",
        "</|TEXT </",
        "<a|TEXT <a",
        "<a href=\"x|TEXT <a href=\"x",
        "<1>|TEXT <1>",
        "<!-- open|COMMENT <!-- open",
        "<script>x|START_TAG script,TEXT x",
        "<script></script|START_TAG script,TEXT </script",
        "<style></styles></style>|START_TAG style,TEXT </styles>,END_TAG style",
        "<a =x>|START_TAG a =x="
      })
  void takesWhatIsNoTagForText(String html, String expected) {
    assertThat(String.join(",", tokens(html))).isEqualTo(expected);
  }

  @Test
  void coversEveryTextWithoutGapsWhateverIsInIt() {
    Texts.of(20_000, 30, PIECES)
        .forEach(
            html -> {
              HtmlScanner scanner = new HtmlScanner(html);
              int end = 0;
              while (scanner.next()) {
                assertThat(scanner.start()).as(html).isEqualTo(end);
                assertThat(scanner.end()).as(html).isGreaterThan(end);
                end = scanner.end();
                if (scanner.kind() == HtmlScanner.Kind.START_TAG) {
                  for (HtmlScanner.Attribute attribute : scanner.attributes()) {
                    assertThat(attribute.valueStart())
                        .as(html)
                        .isBetween(scanner.start(), attribute.valueEnd());
                    assertThat(attribute.valueEnd()).as(html).isLessThan(end);
                  }
                }
              }
              assertThat(end).as(html).isEqualTo(html.length());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<a ", "</", "<!", "<a b='", "<script></", "<a b=\"c\" ", "<!--"})
  void needsNoLongTimeForMuchOfTheSame(String piece) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(tokens(piece.repeat(100_000))).isNotEmpty());
  }
}
