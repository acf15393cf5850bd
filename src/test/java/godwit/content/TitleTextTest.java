package godwit.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTextTest {
  @ParameterizedTest
  @CsvSource({
    "Plain, Plain",
    "A <b>bold</b> one, A bold one",
    "<em class='x'>A</em> &amp; <br/>B, A & B",
    "Using List<String> & a < b, Using List<String> & a < b",
    "x <y> z, x <y> z",
    "Straße &uuml;ber &#38; &nbsp;x, Straße über & \u00A0x",
    "An & alone &; &none; here, An & alone &; &none; here"
  })
  void losesTagsAndResolvesReferences(String written, String plain) {
    assertThat(TitleText.plain(written)).isEqualTo(plain);
  }
}
