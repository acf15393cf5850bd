package godwit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(?P<a_b>x)(?P<c>y) | \\g<c>\\g<a_b> | xy       | yx",
        "\\w                | .              | a\u0301_ | .\u0301.",
        "[\\w-]             | .              | a-b      | ...",
        "[^\\W\\d]          | .              | a1!      | .1!",
        "a{,2}b             | .              | aab b    | . .",
        "C\\+\\+            | cpp            | c++      | cpp",
        "x*                 | -              | axb      | -a--b-",
        "\\x41              | \\\\n          | A        | \\n",
        "(?i:a)(?-i:b)      | .              | Ab AB    | . AB"
      })
  void replacesAsPythonDoes(String pattern, String replacement, String text, String expected)
      throws Exception {
    assertThat(Substitution.of(pattern, replacement).apply(text)).isEqualTo(expected);
  }

  @Test
  void takesAGroupWithoutAMatchAsNothing() throws Exception {
    assertThat(Substitution.of("(a)|(b)", "[\\1\\2]").apply("ab")).isEqualTo("[a][b]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(?x)a b    | x        | the expression '(?x)a b' cannot be had here because of '(?x)a b'",
        "(a)(?(1)b) | x        | the expression '(a)(?(1)b)' cannot be had here because of"
            + " '(?(1)b)'",
        "\\p{L}     | x        | the expression '\\p{L}' holds '\\p', which cannot be had here",
        "[a         | x        | the expression '[a' has a '[' without ']' at '[a'",
        "[\\w-.]    | x        | the expression '[\\w-.]' has a range that begins with a class:"
            + " '[\\w-.]'",
        "(a         | x        | '(a': Unclosed group",
        "a          | \\1      | the replacement '\\1' names group 1, and the expression has 0",
        "a          | \\g<n>   | the replacement '\\g<n>' names the group 'n', which is not in the"
            + " expression",
        "a          | \\q      | the replacement '\\q' holds '\\q', which means nothing"
      })
  void saysWhatItCannotTranslate(String pattern, String replacement, String message) {
    assertThatThrownBy(() -> Substitution.of(pattern, replacement))
        .isInstanceOf(Substitution.NotTranslated.class)
        .hasMessage(message);
  }

  @Test
  void givesUpOnAnExpressionThatDoesNotEnd() throws Substitution.NotTranslated {
    Substitution costly = Substitution.of("(a+)+\\1b", "");
    Substitution deep = Substitution.of("(a|b|ab)*c", "");

    assertThatThrownBy(() -> costly.apply("a".repeat(60) + "!"))
        .isInstanceOf(Substitution.TooManySteps.class)
        .hasMessage("the expression '(a+)+\\1b' takes too many steps");
    assertThatThrownBy(() -> deep.apply("ab".repeat(100_000)))
        .isInstanceOf(Substitution.TooManySteps.class);
  }
}
