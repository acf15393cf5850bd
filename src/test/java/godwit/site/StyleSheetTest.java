package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import godwit.testing.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetTest {
  private static StyleSheet sheet(String css) {
    return StyleSheet.of(css.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(StyleSheet sheet) {
    return new String(sheet.bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a { background: url(x.png) }",
        "a { background: url(x.png",
        "a { background: URL( \t\n x.png \n ) }",
        "a { background: url(\"x.png\") }",
        "a { background: url('x.png') no-repeat }",
        "@import \"x.png\";",
        "@IMPORT 'x.png' screen;",
        "@import\n'x.png';",
        "@import'x.png';",
        "@import url(x.png) layer(a);",
        "a { content: \"it's\"; src: local('y'), url(x.png) format('woff2') }",
        "a { content: '\\'' } b { background: url(x.png) }",
        "a { content: 'not closed\n } b { background: url(x.png) }",
        "/* ' */ a { background: url(x.png) } /* \" */",
        "a:after { content: \"\\\\\" } b { background: url(x.png) }"
      })
  void findsAddresses(String css) {
    String closed = css.endsWith("png") ? css + ")" : css;

    assertThat(sheet(closed).addresses()).containsExactly("x.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* url(x.png) @import 'x.png' */",
        "/* url(x.png)",
        "a { content: 'url(x.png)' }",
        "a { content: \"\\\"url(x.png)\" }",
        "a { background: my-url(x.png), curl(x.png), image_url(x.png) }",
        "a { background: url(x\\.png) }",
        "a { background: url('x\\.png') }",
        "a { background: url(x y.png) }",
        "a { background: url(x.png",
        "a { background: url('x.png",
        "@import 'x.png",
        "@import",
        "url(",
        "'",
        "\\"
      })
  void leavesEverythingElse(String css) {
    assertThat(sheet(css).addresses()).isEmpty();
    assertThat(text(sheet(css))).isEqualTo(css);
  }

  @Test
  void changesNothingButTheAddresses() {
    StyleSheet sheet =
        sheet("@import 'a.css';\r\n/* é */ p { background: url(b.png), url(ü.png) }");

    assertThat(text(sheet.with(address -> address.equals("b.png") ? "c.png" : address)))
        .isEqualTo("@import 'a.css';\r\n/* é */ p { background: url(c.png), url(ü.png) }");
    assertThat(sheet.with(address -> address)).isSameAs(sheet);
    assertThat(sheet.addresses()).containsExactly("a.css", "b.png", "ü.png");
  }

  @Test
  void keepsBytesOfAnyEncoding() {
    byte[] bytes =
        "/* \u00e9 \u00ff */ p { background: url(a.png) }".getBytes(StandardCharsets.ISO_8859_1);

    StyleSheet changed = StyleSheet.of(bytes).with(address -> "b.png");

    assertThat(new String(changed.bytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo("/* \u00e9 \u00ff */ p { background: url(b.png) }");
  }

  @ParameterizedTest
  @CsvSource({"a.css, true", "A.CSS, true", "a.css.map, false", "css, false"})
  void isToldByItsName(String path, boolean expected) {
    assertThat(StyleSheet.isOne(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url(",
        "url('",
        "@import ",
        "@import '",
        "/*",
        "'",
        "\"\\",
        "\\",
        "url(a",
        "'\\'"
      })
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void hostileTextsTakeNoLongerThanOthers(String piece) {
    assertThatCode(() -> sheet(piece.repeat(500_000))).doesNotThrowAnyException();
  }

  @Test
  void noTextIsTooOdd() {
    List<String> pieces =
        List.of("url(", "@import", "'", "\"", "\\", "(", ")", " ", "\n", "a.png", "/*", "*/", "é");

    Texts.of(20_000, 12, pieces)
        .forEach(css -> assertThat(text(sheet(css).with(a -> a))).isEqualTo(css));
  }
}
