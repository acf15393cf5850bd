package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.Texts;
import java.util.List;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
  private static final List<String> PIECES =
      List.of("&", "<", ">", "\"", "'", ";", "#", "amp", "lt", "a", "é", "🐦", " ", "x41", "38");

  @Test
  void whatIsEscapedReadsAsItWas() {
    Texts.of(5_000, 12, PIECES)
        .forEach(
            text -> {
              String escaped = HtmlText.escape(text);
              assertThat(escaped).as(text).doesNotContain("<", ">", "\"");
              assertThat(HtmlText.unescape(escaped)).isEqualTo(text);
              assertThat(Parser.unescapeEntities(escaped, true)).isEqualTo(text);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "a &amp; b &lt;c&gt;, a & b <c>",
    "&#65;&#x42;&#X43;, ABC",
    "&#128038;, 🐦",
    "caf&eacute; &mdash; &hellip;, café — …",
    "&CounterClockwiseContourIntegral;, ∳",
    "&amp;lt;, &lt;",
    "&nosuchname; &; &#; &#x; &#xyz;, &nosuchname; &; &#; &#x; &#xyz;",
    "a=1&b=2;c, a=1&b=2;c",
    "&#0; &#xD800; &#x110000;, &#0; &#xD800; &#x110000;",
    "AT&T, AT&T"
  })
  void resolvesReferences(String html, String expected) {
    assertThat(HtmlText.unescape(html)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "<p>one <b>t</b>wo</p><p>three</p>, one two three",
    "'  a\n\n b<br>c ', a b c",
    "<!-- no -->yes, yes",
    "1 &lt; 2 &amp; 3, 1 < 2 & 3",
    "<p></p>, ''",
    "<td>a</td><td>b</td>, a b"
  })
  void stripsTags(String html, String expected) {
    assertThat(HtmlText.strip(html)).isEqualTo(expected);
  }
}
