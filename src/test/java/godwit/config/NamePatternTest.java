package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.tmp|a.tmp|true",
        "*.tmp|a.tmp.md|false",
        "?.md|ab.md|false",
        "[a-cx].md|x.md|true",
        "[!a-c].md|b.md|false",
        "[-a]|-|true",
        "[a-]|-|true",
        "{a,b*,}.md|bcd.md|true",
        "{a,b*,}.md|.md|true",
        "{a,b*,}.md|c.md|false",
        "\\*|*|true",
        "\\*|a|false",
        "**|anything|true",
        "?|😀|true",
      })
  void matches(String pattern, String name, boolean expected) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(expected);
  }

  @Test
  void lettersAndAccentsApartAreTheSame() {
    assertThat(NamePattern.of("caf\u00e9*").matches("cafe\u0301.md")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a|a '[' without a ']'",
        "[]|an empty set",
        "{a,b|a '{' without a '}'",
        "{a,{b}}|braces within braces",
        "a\\|ends with a backslash",
        "[z-a]|a range that ends before it begins"
      })
  void tellsWhatIsWrong(String pattern, String message) {
    assertThatThrownBy(() -> NamePattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /// Names and patterns of a few characters, in all their combinations by chance.
  @Test
  void agreesWithJavasGlobs() {
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 200_000; i++) {
      String pattern = word(random, "ab-*?[]{},!", 7);
      String name = word(random, "ab-!", 5);
      PathMatcher java;
      try {
        java = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      } catch (PatternSyntaxException e) {
        continue;
      }
      boolean expected = java.matches(Path.of(name));
      assertThat(NamePattern.of(pattern).matches(name))
          .as(pattern + " " + name)
          .isEqualTo(expected);
      compared++;
    }
    assertThat(compared).isGreaterThan(50_000);
  }

  @Test
  @Timeout(10)
  void manyStarsTakeNoTime() {
    NamePattern pattern = NamePattern.of("*a".repeat(100) + "{*a,*b}".repeat(100) + "c");

    assertThat(pattern.matches("a".repeat(255))).isFalse();
  }

  private static String word(Random random, String letters, int most) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(most);
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
