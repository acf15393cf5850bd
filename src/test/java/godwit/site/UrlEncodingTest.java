package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.Texts;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlEncodingTest {
  private static final List<String> PIECES =
      List.of("a", "/", "%", "%4", "41", "é", "🐦", " ", "'", "\"", "?", "#", "+", "[", "\\", "\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b-c_d.e~f|a/b-c_d.e~f",
        "a b|a%20b",
        "grüße|gr%C3%BC%C3%9Fe",
        "100%|100%25",
        "a?b#c|a%3Fb%23c",
        "x\"y|x%22y",
        "a+b,c;d=e:f@g&h|a+b,c;d=e:f@g&h",
        "🐦|%F0%9F%90%A6"
      })
  void encodesWhatNoPathMayHold(String path, String expected) {
    assertThat(UrlEncoding.path(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a%20b, a b",
    "%C3%a9, é",
    "100%, 100%",
    "%zz%4, %zz%4",
    "a+b, a+b",
    "%25%32%30, %20"
  })
  void decodesWhatIsEncoded(String path, String expected) {
    assertThat(UrlEncoding.decode(path)).isEqualTo(expected);
  }

  @Test
  void whatIsEncodedIsAPathAndDecodesToWhatItWas() {
    Texts.of(20_000, 12, PIECES)
        .forEach(
            path -> {
              String encoded = UrlEncoding.path(path);
              assertThat(URI.create("https://example.org/" + encoded).getRawPath())
                  .isEqualTo("/" + encoded);
              assertThat(UrlEncoding.decode(encoded)).isEqualTo(path);
            });
  }
}
