package godwit.content;

import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Reads the value of one field as YAML. Everything is text (YAML's failsafe schema), so that `no`
/// and `2024-01-01` stay as they are; tags and aliases are refused.
final class YamlValue {
  private YamlValue() {}

  /// Whether a field's value uses YAML's notation.
  ///
  /// @param first what stands on the line of the key
  /// @param more the lines that follow it
  static boolean isYaml(String first, List<String> more) {
    if (first.isEmpty()) {
      return more.stream()
              .anyMatch(line -> line.strip().startsWith("- ") || line.strip().equals("-"))
          || (!more.isEmpty() && HeaderReader.FIELD.matcher(more.getFirst().strip()).matches());
    }
    if (opensBlock(first)) {
      return true;
    }
    char opening = first.charAt(0);
    char last = (more.isEmpty() ? first : more.getLast().strip()).charAt(lastIndex(first, more));
    return switch (opening) {
      case '"', '\'' -> first.length() > 1 && last == opening && closesAtEnd(first, more, opening);
      case '[' -> last == ']';
      case '{' -> last == '}';
      default -> false;
    };
  }

  private static int lastIndex(String first, List<String> more) {
    return (more.isEmpty() ? first : more.getLast().strip()).length() - 1;
  }

  /// `"a" and "b"` begins and ends with a quote, and is plain text all the same.
  private static boolean closesAtEnd(String first, List<String> more, char quote) {
    if (!more.isEmpty()) {
      return true;
    }
    for (int i = 1; i < first.length() - 1; i++) {
      char c = first.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (c == quote) {
        if (quote == '\'' && first.charAt(i + 1) == quote && i + 2 < first.length()) {
          i++;
        } else {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether the value begins a block: `|` or `>` with their indicators.
  static boolean opensBlock(String first) {
    return first.matches("[|>][-+0-9]{0,2}");
  }

  /// @return the field, or null if the value could not be read; the reason is among the diagnostics
  static @Nullable MetadataField read(
      String name, String snippet, SourcePosition position, Diagnostics diagnostics) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setMaxAliasesForCollections(0)
            .setAllowDuplicateKeys(false)
            .setLabel(name)
            .build();
    try {
      Object value = new Load(settings).loadFromString(snippet);
      return field(name, value, position, diagnostics);
    } catch (MarkedYamlEngineException e) {
      diagnostics.error(
          position(position, e),
          "header-yaml",
          "the value of '" + name + "' is not valid YAML: " + problem(e),
          snippet.indexOf('\n') < 0
              ? "put the value in double quotes"
              : "indent its lines alike, or put the value in double quotes");
    } catch (YamlEngineException e) {
      diagnostics.error(
          position,
          "header-yaml",
          "the value of '" + name + "' is not taken: " + e.getMessage(),
          null);
    }
    return null;
  }

  private static @Nullable MetadataField field(
      String name, @Nullable Object value, SourcePosition position, Diagnostics diagnostics) {
    return switch (value) {
      case null -> new MetadataField(name, List.of(""), false, position);
      case List<?> list -> list(name, list, position, diagnostics);
      case Map<?, ?> ignored -> {
        diagnostics.error(
            position,
            "header-nested",
            "'" + name + "' has fields of its own",
            "give a text or a list");
        yield null;
      }
      default -> new MetadataField(name, List.of(value.toString().strip()), false, position);
    };
  }

  private static @Nullable MetadataField list(
      String name, List<?> list, SourcePosition position, Diagnostics diagnostics) {
    List<String> items = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof List || item instanceof Map) {
        diagnostics.error(
            position,
            "header-nested",
            "'" + name + "' has a list within a list",
            "give a flat list");
        return null;
      }
      items.add(item == null ? "" : item.toString().strip());
    }
    return new MetadataField(name, items, true, position);
  }

  private static SourcePosition position(SourcePosition start, MarkedYamlEngineException e) {
    return e.getProblemMark()
        .map(
            mark ->
                mark.getLine() == 0
                    ? new SourcePosition(
                        start.file(), start.line(), start.column() + mark.getColumn())
                    : new SourcePosition(
                        start.file(), start.line() + mark.getLine(), mark.getColumn() + 1))
        .orElse(start);
  }

  private static String problem(MarkedYamlEngineException e) {
    return e.getProblem() == null
        ? "unreadable"
        : e.getProblem().lines().findFirst().orElse("unreadable");
  }
}
