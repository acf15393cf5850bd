package godwit.content;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads a header in TOML between `+++` lines, as Hugo and Zola write it. Their `[taxonomies]` and
/// `[extra]` tables count as if their fields stood above.
final class TomlHeader {
  private TomlHeader() {}

  /// @param lines at the opening `+++`
  static HeaderReader.Header read(SourceText source, Lines lines, Diagnostics diagnostics) {
    int opening = lines.offset();
    lines.next();
    int begin = lines.offset();
    while (lines.hasNext()) {
      int end = lines.offset();
      boolean closing = lines.peek().stripTrailing().equals("+++");
      lines.next();
      if (closing) {
        Metadata metadata = parse(source, begin, end, diagnostics);
        return new HeaderReader.Header(metadata, lines.offset());
      }
    }
    diagnostics.error(
        source.position(opening),
        "header-open",
        "the header that begins here has no closing '+++' line",
        "end the header with a line of three plus signs");
    return new HeaderReader.Header(Metadata.NONE, source.text().length());
  }

  private static Metadata parse(SourceText source, int begin, int end, Diagnostics diagnostics) {
    int firstLine = source.position(begin).line();
    // The lines above count, as the parser's messages name lines too.
    String padding = "\n".repeat(firstLine - 1);
    TomlParseResult toml = Toml.parse(padding + source.text().substring(begin, end));
    for (TomlParseError error : toml.errors()) {
      diagnostics.error(
          position(source, error.position(), firstLine),
          "header-toml",
          String.valueOf(error.getMessage()),
          "in TOML a text stands in double quotes, a date and a number without");
    }
    List<MetadataField> fields = new ArrayList<>();
    if (!toml.hasErrors()) {
      addFields(toml, source, firstLine, fields, diagnostics);
    }
    return new Metadata(fields);
  }

  private static void addFields(
      TomlTable table,
      SourceText source,
      int firstLine,
      List<MetadataField> fields,
      Diagnostics diagnostics) {
    for (String key : table.keySet()) {
      List<String> path = List.of(key);
      SourcePosition position = position(source, table.inputPositionOf(path), firstLine);
      Object value = table.get(path);
      if (value instanceof TomlTable nested && (key.equals("taxonomies") || key.equals("extra"))) {
        addFields(nested, source, firstLine, fields, diagnostics);
      } else if (value instanceof TomlArray array && isFlat(array)) {
        fields.add(
            new MetadataField(
                MetadataField.name(key),
                array.toList().stream().map(item -> Objects.toString(item, "")).toList(),
                true,
                position));
      } else if (value instanceof TomlTable || value instanceof TomlArray) {
        diagnostics.error(
            position,
            "header-nested",
            "'" + key + "' has fields or lists of its own",
            "give a text or a flat list");
      } else {
        fields.add(
            new MetadataField(
                MetadataField.name(key), List.of(String.valueOf(value).strip()), false, position));
      }
    }
  }

  private static boolean isFlat(TomlArray array) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof TomlTable || array.get(i) instanceof TomlArray) {
        return false;
      }
    }
    return true;
  }

  private static SourcePosition position(
      SourceText source, @Nullable TomlPosition position, int firstLine) {
    return position == null
        ? new SourcePosition(source.file(), firstLine, 1)
        : new SourcePosition(source.file(), position.line(), position.column());
  }
}
