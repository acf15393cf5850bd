package godwit.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(strings = {"\u001b[2J", "\n", "\u0085", "\u202egpj.exe", "\u2067x\u2069"})
  void whatATerminalObeysIsReplaced(String text) {
    assertThat(Printable.of("a" + text))
        .startsWith("a\uFFFD")
        .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u202A-\\u202E\\u2066-\\u2069]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "\u05D0\u200F \u00e9", "\u65E5\u672C", "\ud83d\ude00"})
  void anythingElseStays(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }
}
