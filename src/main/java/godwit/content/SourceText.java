package godwit.content;

import godwit.diagnostic.SourcePosition;
import java.util.Arrays;

/// The text of a source file, and where in the file each of its characters stands. Line ends are
/// `\n` here, whatever the file has, and a byte order mark is gone; neither moves a line or column.
final class SourceText {
  private final String file;
  private final String text;
  private int[] lineStarts = {};

  /// @param file as diagnostics name it
  SourceText(String file, String decoded) {
    this.file = file;
    String withoutMark = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    // U+0001 is what the readers mark the places of links with; no HTML may hold it anyway.
    String clean =
        withoutMark.indexOf('\u0001') < 0 ? withoutMark : withoutMark.replace('\u0001', '\uFFFD');
    this.text = clean.indexOf('\r') < 0 ? clean : clean.replace("\r\n", "\n").replace('\r', '\n');
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /// The line and column of a character.
  SourcePosition position(int offset) {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts();
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(file, line + 1, offset - lineStarts[line] + 1);
  }

  /// The beginning of a line, or the file where it has no such line. @param number from 1
  SourcePosition line(String number) {
    long lines = text.lines().count();
    boolean isLine = number.length() < 10 && Integer.parseInt(number) <= lines;
    return isLine && Integer.parseInt(number) > 0
        ? new SourcePosition(file, Integer.parseInt(number), 1)
        : SourcePosition.ofFile(file);
  }

  private int[] findLineStarts() {
    int[] starts = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
