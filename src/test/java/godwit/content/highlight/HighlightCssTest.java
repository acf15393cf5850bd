package godwit.content.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The colours of the default theme can be told from their background: WCAG 2.2, 1.4.3, level AA.
class HighlightCssTest {
  private static final double AA = 4.5;
  private static final Pattern COLOUR = Pattern.compile("--(code-[a-z]+): #([0-9a-f]{6});");

  @Test
  void eachColourCanBeReadOnItsBackground() throws IOException {
    String css = Files.readString(Path.of("templates/assets/css/highlight.css"));
    int dark = css.indexOf("@media (prefers-color-scheme: dark)");
    Map<String, Integer> byDay = colours(css.substring(0, dark));
    Map<String, Integer> byNight = colours(css.substring(dark));

    // Two more than there are classes: the background and the text.
    assertThat(byDay).hasSize(TokenClass.values().length + 2);
    assertThat(byNight).containsOnlyKeys(byDay.keySet());
    assertReadable(byDay);
    assertReadable(byNight);
  }

  @Test
  void theFormulaGivesTheKnownRatios() {
    assertThat(contrast(0xffffff, 0x000000)).isEqualTo(21.0);
    assertThat(contrast(0x777777, 0xffffff)).isBetween(4.47, 4.49);
  }

  private static void assertReadable(Map<String, Integer> colours) {
    int background = Objects.requireNonNull(colours.get("code-background"));
    colours.forEach(
        (name, colour) -> {
          if (!name.equals("code-background")) {
            assertThat(contrast(colour, background)).as(name).isGreaterThanOrEqualTo(AA);
          }
        });
  }

  private static Map<String, Integer> colours(String css) {
    Map<String, Integer> colours = new LinkedHashMap<>();
    COLOUR
        .matcher(css)
        .results()
        .forEach(found -> colours.put(found.group(1), HexFormat.fromHexDigits(found.group(2))));
    return colours;
  }

  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
