package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godwit.output.OutputPath;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// The check values of both sums, as catalogues of them have it.
  @Test
  void isTheTwoSumsInHexadecimal() {
    assertThat(Fingerprint.of(ascii("123456789"))).isEqualTo("cbf43926e3069283");
    assertThat(Fingerprint.of(new byte[0])).isEqualTo("0000000000000000");
  }

  @Test
  void theBytesMayComeInParts() {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.update(ascii("1234xx"), 4);
    fingerprint.update(ascii("56789"), 5);

    assertThat(fingerprint.digits()).isEqualTo("cbf43926e3069283");
  }

  @Test
  void everyBitCounts() {
    byte[] bytes = new byte[1000];
    Set<String> seen = new HashSet<>(Set.of(Fingerprint.of(bytes)));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      seen.add(Fingerprint.of(bytes));
      bytes[bit / 8] = 0;
    }

    assertThat(seen).hasSize(1 + bytes.length * 8);
  }

  @ParameterizedTest
  @CsvSource({
    "main.css,        main.0123456789abcdef.css",
    "css/main.css,    css/main.0123456789abcdef.css",
    "a.b/c,           a.b/c.0123456789abcdef",
    "a/b.tar.gz,      a/b.tar.0123456789abcdef.gz",
    "a/.hidden,       a/.hidden.0123456789abcdef",
    "a/b c.é,         a/b c.0123456789abcdef.é"
  })
  void standsBeforeTheExtension(String plain, String named) {
    assertThat(Fingerprint.name(new OutputPath(plain), "0123456789abcdef").value())
        .isEqualTo(named);
  }

  @Test
  void aNameThatGetsTooLongIsRefused() {
    OutputPath longest = new OutputPath("a".repeat(251) + ".css");

    assertThatThrownBy(() -> Fingerprint.name(longest, "0123456789abcdef"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
