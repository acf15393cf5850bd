package godwit.diagnostic;

import java.util.Comparator;

/// A place in a source file.
///
/// @param file the path relative to the site directory, with `/` between its parts
/// @param line counted from 1; 0 where the whole file is meant
/// @param column counted from 1 in characters (UTF-16 code units); 0 where the whole line is meant
public record SourcePosition(String file, int line, int column)
    implements Comparable<SourcePosition> {
  private static final Comparator<SourcePosition> ORDER =
      Comparator.comparing(SourcePosition::file)
          .thenComparingInt(SourcePosition::line)
          .thenComparingInt(SourcePosition::column);

  public SourcePosition {
    if (line < 0 || column < 0 || (line == 0 && column > 0)) {
      throw new IllegalArgumentException("no such place: " + file + ":" + line + ":" + column);
    }
  }

  /// The file as a whole.
  public static SourcePosition ofFile(String file) {
    return new SourcePosition(file, 0, 0);
  }

  @Override
  public int compareTo(SourcePosition other) {
    return ORDER.compare(this, other);
  }

  /// `file`, `file:line` or `file:line:column`, as compilers print it and editors open it.
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
