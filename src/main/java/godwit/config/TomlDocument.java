package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A parsed `godwit.toml` that knows where everything stands in it.
///
/// @param lines the text in lines, to turn the parser's columns into ours
record TomlDocument(String name, List<String> lines, TomlTable root) {
  TomlDocument {
    lines = List.copyOf(lines);
  }

  /// The table of that name, or null if there is none. @param path such as `site`, without dots
  @Nullable TomlTable table(String path) {
    return root.get(List.of(path)) instanceof TomlTable table ? table : null;
  }

  /// Where a key stands, or the header of a table.
  SourcePosition keyPosition(TomlTable table, String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? start() : position(position);
  }

  /// Where a key's value stands: behind the `=`. The parser itself only knows where the key is.
  SourcePosition valuePosition(TomlTable table, String key) {
    SourcePosition start = keyPosition(table, key);
    String line = line(start.line());
    int at = start.column() - 1;
    if (isHeader(start)) {
      return start;
    }
    char quote = 0;
    while (at < line.length() && (quote != 0 || line.charAt(at) != '=')) {
      char c = line.charAt(at++);
      if (quote == '"' && c == '\\') {
        at++;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    do {
      at++;
    } while (at < line.length() && Character.isWhitespace(line.charAt(at)));
    return at < line.length() ? new SourcePosition(name, start.line(), at + 1) : start;
  }

  SourcePosition elementPosition(TomlArray array, int index) {
    return position(array.inputPositionOf(index));
  }

  /// The parser counts code points, we count as editors and compilers do.
  SourcePosition position(TomlPosition position) {
    String line = line(position.line());
    int points = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
    return new SourcePosition(name, position.line(), line.offsetByCodePoints(0, points) + 1);
  }

  /// Whether a table's header stands there.
  boolean isHeader(SourcePosition position) {
    return line(position.line()).startsWith("[", position.column() - 1);
  }

  SourcePosition start() {
    return new SourcePosition(name, 1, 1);
  }

  private String line(int number) {
    return number <= lines.size() ? lines.get(number - 1) : "";
  }
}
