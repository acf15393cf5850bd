package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.SlugRules;
import godwit.config.Substitution;
import godwit.testing.Resource;
import godwit.testing.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
  private static final List<String> PIECES =
      List.of(
          "a", "B", "9", "_", "-", "--", " ", "  ", "\t", "\n", "!", ".", "'", "é", "ß", "İ", "日本",
          "–", "🐦", "\u00A0", "ﬁ", "½", "/", "\u001C", "&", "#", "<", ">", "&amp;", "&eacute",
          "🤔", "ש");

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
    "R&amp;D in <em>Łódź</em>, rd-in-lodz",
    "🤔 Hm, hm",
    "つくば, tsukuba",
    "₴100, uah100",
    "- a -, -a-",
    "!!!, ''"
  })
  void namesWhatPelicanNamesLikeThat(String text, String expected) {
    assertThat(Slugs.of(text)).isEqualTo(expected);
  }

  /// What of Python's syntax is refused in words instead of translated.
  private static final Pattern REFUSED =
      Pattern.compile("(?s)\\[\\[(?:\\(\\?[xa]\\)|\\(a\\)\\(\\?\\(1|\\\\N\\{).*");

  @Test
  void followsPelicansRulesForEveryText() {
    Texts.of(20_000, 12, PIECES)
        .forEach(
            text ->
                assertThat(Slugs.of(text))
                    .as(text)
                    .isEqualTo(bySubstitutions(text, SlugRules.DEFAULT)));
  }

  /// The default substitutions as any others, without the one pass that is made for them.
  private static String bySubstitutions(String text, SlugRules rules) {
    List<Substitution> andOne = new ArrayList<>(rules.substitutions());
    try {
      andOne.add(Substitution.of("(?!)", ""));
      return Slugs.of(text, new SlugRules(andOne, rules.unicode(), rules.preserveCase()));
    } catch (Substitution.NotTranslated | Substitution.TooManySteps e) {
      throw new AssertionError(text, e);
    }
  }

  /// A table of what Pelican's `slugify` makes of texts by many rules; null where Python refuses an
  /// expression.
  @Test
  void makesWhatPelicanMakes() throws IOException {
    List<Map<String, Object>> rows = Resource.rows("pelican-rules/slugs.jsonl");
    assertThat(rows).hasSizeGreaterThan(900);
    SoftAssertions.assertSoftly(
        softly -> rows.forEach(row -> compare(row.toString(), row, softly)));
  }

  private static void compare(String name, Map<String, Object> row, SoftAssertions softly) {
    boolean unicode = Boolean.TRUE.equals(row.get("unicode"));
    boolean preserveCase = Boolean.TRUE.equals(row.get("case"));
    @Nullable Object expected = row.get("slug");
    try {
      SlugRules rules = new SlugRules(substitutions(row.get("rules")), unicode, preserveCase);
      softly
          .assertThat(Slugs.of(String.valueOf(row.get("text")), rules))
          .as(name)
          .isEqualTo(expected);
    } catch (Substitution.NotTranslated e) {
      if (expected != null) {
        softly.assertThat(String.valueOf(row.get("rules"))).as(e.message()).matches(REFUSED);
      }
    } catch (Substitution.TooManySteps e) {
      softly.fail(name, e);
    }
  }

  private static List<Substitution> substitutions(@Nullable Object rules)
      throws Substitution.NotTranslated {
    if (!(rules instanceof List<?> pairs)) {
      return SlugRules.DEFAULT.substitutions();
    }
    List<Substitution> substitutions = new ArrayList<>();
    for (Object pair : pairs) {
      if (pair instanceof List<?> texts) {
        substitutions.add(
            Substitution.of(String.valueOf(texts.get(0)), String.valueOf(texts.get(1))));
      }
    }
    return substitutions;
  }
}
