package godwit.importer;

import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Pairs;
import godwit.importer.TomlValue.Table;
import godwit.importer.TomlValue.Tables;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Texts;
import godwit.importer.TomlValue.Whole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes entries as TOML 1.0 that people like to read.
final class TomlWriter {
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();
  private final TreeMap<Integer, TomlEntry> entryByLine = new TreeMap<>();
  private int lines;

  /// What was written.
  ///
  /// @param entryByLine the entries by the number of the line that each begins on
  record Written(String text, TreeMap<Integer, TomlEntry> entryByLine) {
    /// The entry that a line belongs to.
    Optional<TomlEntry> entryAt(int line) {
      Map.Entry<Integer, TomlEntry> entry = entryByLine.floorEntry(line);
      return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }
  }

  private TomlWriter() {}

  /// The text of a file.
  ///
  /// @param head comments at its top
  /// @param entries in their order; those of one table are put together
  static Written write(List<String> head, List<TomlEntry> entries) {
    TomlWriter writer = new TomlWriter();
    head.forEach(writer::comment);
    Set<String> tables = new LinkedHashSet<>();
    entries.forEach(entry -> tables.add(entry.table()));
    for (String table : tables) {
      List<TomlEntry> own = entries.stream().filter(e -> e.table().equals(table)).toList();
      if (own.stream().anyMatch(entry -> !entry.isTable())) {
        writer.line("");
        writer.line("[" + table + "]");
      }
      own.stream().filter(entry -> !entry.isTable()).forEach(writer::entry);
      own.stream().filter(TomlEntry::isTable).forEach(writer::entry);
    }
    return new Written(writer.out.toString(), writer.entryByLine);
  }

  /// Text as it may stand in a comment: of one line.
  static String printable(String text) {
    return text.replaceAll("[\\x00-\\x1F\\x7F]", " ");
  }

  private void line(String line) {
    out.append(line).append('\n');
    lines++;
  }

  private void comment(String comment) {
    line(comment.isEmpty() ? "#" : "# " + printable(comment));
  }

  private void entry(TomlEntry entry) {
    if (entry.isTable()) {
      line("");
    }
    entryByLine.put(lines + 1, entry);
    entry.comments().forEach(this::comment);
    String refused = entry.refused();
    if (refused != null) {
      comment(refused);
      valueLines(entry).forEach(line -> line("# " + line));
    } else {
      valueLines(entry).forEach(this::line);
    }
  }

  private static List<String> valueLines(TomlEntry entry) {
    List<String> written = new ArrayList<>();
    switch (entry.value()) {
      case Table table -> table(entry.key(), table, written);
      case Tables tables -> {
        String before = null;
        for (Table table : tables.values()) {
          if (before != null) {
            written.add("");
          }
          before = "[[" + entry.key() + "]]";
          written.add(before);
          table.values().forEach((name, value) -> written.add(pair(name, value)));
        }
      }
      case Text _, Whole _, Flag _, Texts _, Pairs _ ->
          written.addAll(List.of(pair(entry.name(), entry.value()).split("\n", -1)));
    }
    return written;
  }

  private static void table(String name, Table table, List<String> written) {
    boolean isPlain = table.values().values().stream().noneMatch(Table.class::isInstance);
    if (isPlain) {
      written.add("[" + name + "]");
    }
    table
        .values()
        .forEach(
            (key, value) -> {
              if (value instanceof Table inner) {
                if (!written.isEmpty()) {
                  written.add("");
                }
                table(name + "." + key(key), inner, written);
              } else {
                written.add(pair(key, value));
              }
            });
  }

  private static String pair(String key, TomlValue value) {
    return key(key) + " = " + value(value, key.length() + 3);
  }

  private static String value(TomlValue value, int indent) {
    return switch (value) {
      case Text text -> text(text.value());
      case Whole number -> String.valueOf(number.value());
      case Flag flag -> String.valueOf(flag.value());
      case Texts texts -> list(texts.values(), TomlWriter::text, indent);
      case Pairs pairs -> list(pairs.values(), p -> list(p, TomlWriter::text, -WIDTH), indent);
      case Table _, Tables _ -> throw new IllegalArgumentException("tables have a heading");
    };
  }

  /// On one line if it fits, else one element on each.
  private static <T> String list(List<T> values, Function<T, String> text, int indent) {
    String oneLine = values.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    return oneLine.length() + indent <= WIDTH
        ? oneLine
        : values.stream()
            .map(v -> "  " + text.apply(v))
            .collect(Collectors.joining(",\n", "[\n", ",\n]"));
  }

  private static String key(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : text(key);
  }

  /// Literal where that spares escapes, as in regular expressions.
  static String text(String value) {
    boolean isLiteral =
        (value.indexOf('\\') >= 0 || value.indexOf('"') >= 0)
            && value.indexOf('\'') < 0
            && value.chars().noneMatch(c -> c < ' ' || c == 0x7F);
    if (isLiteral) {
      return "'" + value + "'";
    }
    StringBuilder text = new StringBuilder("\"");
    value.codePoints().forEach(c -> text.append(escaped(c)));
    return text.append('"').toString();
  }

  private static String escaped(int c) {
    @Nullable String known =
        switch (c) {
          case '"' -> "\\\"";
          case '\\' -> "\\\\";
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          default -> null;
        };
    if (known != null) {
      return known;
    }
    return c < ' ' || c == 0x7F ? String.format(Locale.ROOT, "\\u%04X", c) : Character.toString(c);
  }
}
