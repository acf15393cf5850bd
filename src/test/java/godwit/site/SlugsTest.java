package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.testing.Texts;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.gcardone.junidecode.Junidecode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
  private static final List<String> PIECES =
      List.of(
          "a", "B", "9", "_", "-", "--", " ", "  ", "\t", "\n", "!", ".", "'", "é", "ß", "İ", "日本",
          "–", "🐦", "\u00A0", "ﬁ", "½", "/", "\u001C", "&", "#");

  @ParameterizedTest
  @CsvSource({
    "Hello World, hello-world",
    "'  C++ & C#  ', c-c",
    "What's new?, whats-new",
    "a -- b, a-b",
    "snake_case, snake_case",
    "Straße nach Ürümqi, strasse-nach-urumqi",
    "Ünïcödé, unicode",
    "TITLE I, title-i",
    "3.14, 314",
    "- a -, -a-",
    "!!!, ''"
  })
  void namesWhatPelicanNamesLikeThat(String text, String expected) {
    assertThat(Slugs.of(text)).isEqualTo(expected);
  }

  @Test
  void followsPelicansRulesForEveryText() {
    Texts.of(20_000, 12, PIECES)
        .forEach(text -> assertThat(Slugs.of(text)).as(text).isEqualTo(pelicans(text)));
  }

  /// Pelican's `slugify` with its default SLUG_REGEX_SUBSTITUTIONS. Python's `\s` has four more
  /// control characters than Java's.
  private static String pelicans(String text) {
    String space = "[ \\t\\n\\x0B\\f\\r\\x1C-\\x1F]";
    String slug = Junidecode.unidecode(Normalizer.normalize(text, Normalizer.Form.NFKC));
    slug = slug.replaceAll("[^\\w \\t\\n\\x0B\\f\\r\\x1C-\\x1F-]", "");
    slug = slug.replaceAll("\\A" + space + "*", "").replaceAll(space + "*\\z", "");
    return slug.replaceAll("[- \\t\\n\\x0B\\f\\r\\x1C-\\x1F]+", "-").toLowerCase(Locale.ROOT);
  }
}
