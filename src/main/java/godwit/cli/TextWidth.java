package godwit.cli;

import java.util.List;

/// How much room text takes on a terminal, in columns: wide letters of East Asia (UAX #11) and
/// pictures take two, marks that stand on another letter none.
final class TextWidth {
  private static final String ELLIPSIS = "…";

  /// The first and the last of each range of wide characters that are no pictures.
  private static final List<Range> WIDE =
      List.of(
          new Range(0x1100, 0x115F), // Hangul Jamo that begin a syllable
          new Range(0x2E80, 0x303E), // radicals, CJK punctuation
          new Range(0x3041, 0xA4CF), // kana, ideographs, Yi
          new Range(0xA960, 0xA97F),
          new Range(0xAC00, 0xD7A3), // Hangul syllables
          new Range(0xF900, 0xFAFF),
          new Range(0xFE10, 0xFE19),
          new Range(0xFE30, 0xFE6F),
          new Range(0xFF01, 0xFF60), // full-width forms
          new Range(0xFFE0, 0xFFE6),
          new Range(0x16FE0, 0x1B2FF), // Tangut, more kana
          new Range(0x1F200, 0x1F265),
          new Range(0x20000, 0x3FFFD)); // more ideographs

  private TextWidth() {}

  /// Both ends are in it.
  private record Range(int first, int last) {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /// The text, or as much of its beginning as has room with an ellipsis behind it.
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int room = columns - 1;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      room -= of(character);
      if (room < 0) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /// The text with spaces behind it, so that it takes that many columns.
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int of(int character) {
    if (character < 0x300) {
      return 1;
    }
    if (isMark(character)) {
      return 0;
    }
    if (Character.isEmojiPresentation(character)) {
      return 2;
    }
    for (Range range : WIDE) {
      if (character <= range.last()) {
        return character >= range.first() ? 2 : 1;
      }
    }
    return 1;
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> character >= 0x1160 && character <= 0x11FF; // Jamo that go on with a syllable
    };
  }
}
