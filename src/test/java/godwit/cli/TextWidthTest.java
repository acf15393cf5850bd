package godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The widths are those of glibc's wcwidth.
class TextWidthTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "é, 1",
    "e\u0301, 1",
    "日本語, 6",
    "カナ, 4",
    "ｶﾅ, 2",
    "ＡＢ, 4",
    "한국, 4",
    "«–…», 4",
    "🐦, 2",
    "☀, 1",
    "⌚, 2",
    "Ω\u200b, 1",
    "𠀀, 2"
  })
  void takesAsManyColumnsAsATerminalGivesIt(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "ab cdef, 4, ab…",
    "日本語, 6, 日本語",
    "日本語, 5, 日本…",
    "日本語, 4, 日…",
    "a🐦b, 3, a…",
    "e\u0301e\u0301e\u0301, 2, e\u0301…"
  })
  void cutsBetweenCharacters(String text, int columns, String cut) {
    assertThat(TextWidth.cut(text, columns)).isEqualTo(cut);
  }
}
