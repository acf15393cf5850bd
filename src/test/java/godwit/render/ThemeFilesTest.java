package godwit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The default theme's own files, without a site.
class ThemeFilesTest {
  private static final Path TEMPLATES = Path.of("templates");

  @Test
  void everyLanguageHasEveryWord() throws IOException {
    Pattern key = Pattern.compile("^  \"([a-z_]+)\": \"[^\"]+\"", Pattern.MULTILINE);
    List<String> english = null;
    try (Stream<Path> files = Files.list(TEMPLATES.resolve("words")).sorted()) {
      for (Path file : files.toList()) {
        List<String> keys =
            key.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
        english = english == null ? keys : english;
        assertThat(keys).as(file.toString()).isEqualTo(english).hasSizeGreaterThan(20);
      }
    }
  }

  @Test
  void everyAssetIsNamed() throws IOException {
    Path assets = TEMPLATES.resolve("assets");
    try (Stream<Path> files = Files.walk(assets)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> assets.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(Theme.BUNDLED_ASSETS);
    }
  }

  /// WCAG 2.2, 1.4.3, level AA asks for 4.5:1.
  @Test
  void eachColourCanBeReadOnItsBackground() throws IOException {
    String css = Files.readString(TEMPLATES.resolve("assets/css/main.css"));
    int dark = css.indexOf("prefers-color-scheme: dark");
    for (String part : List.of(css.substring(0, dark), css.substring(dark))) {
      Map<String, String> colours = new TreeMap<>();
      for (MatchResult found :
          Pattern.compile("--([a-z]+): (#[0-9a-f]{6});").matcher(part).results().toList()) {
        colours.put(found.group(1), found.group(2));
      }
      assertThat(colours).hasSize(11);
      for (String ground : List.of("background", "surface")) {
        colours.forEach(
            (name, colour) -> {
              if (!Set.of("background", "surface", "line").contains(name)) {
                assertThat(contrast(colour, colours.get(ground)))
                    .as(name + " on " + ground)
                    .isGreaterThanOrEqualTo(4.5);
              }
            });
      }
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
