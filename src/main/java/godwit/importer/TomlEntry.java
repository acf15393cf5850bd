package godwit.importer;

import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key of the new `godwit.toml`.
///
/// @param key with its table: `site.title`
/// @param comments lines above it
/// @param origin where its value was written; null if nobody wrote it
/// @param parts where the parts of a list or a table were written; empty if that is not known
/// @param refused why the key stands there only as a comment; null if it is in force
record TomlEntry(
    String key,
    TomlValue value,
    List<String> comments,
    @Nullable SourcePosition origin,
    List<SourcePosition> parts,
    @Nullable String refused) {
  TomlEntry {
    comments = List.copyOf(comments);
    parts = List.copyOf(parts);
  }

  String table() {
    return key.substring(0, key.lastIndexOf('.'));
  }

  String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /// Whether it has a heading of its own.
  boolean isTable() {
    return value instanceof TomlValue.Table || value instanceof TomlValue.Tables;
  }

  /// The same, as a comment.
  TomlEntry refused(String why) {
    return new TomlEntry(key, value, comments, origin, parts, why);
  }

  /// Where a part of its value was written; null if nobody wrote it.
  @Nullable SourcePosition position(int part) {
    return part < parts.size() ? parts.get(part) : origin;
  }

  /// The same with one part of its value.
  TomlEntry only(int part) {
    return new TomlEntry(key, value.with(i -> i == part), comments, origin, List.of(), refused);
  }

  /// The same without some parts of its value.
  ///
  /// @param why further lines above it
  TomlEntry without(Set<Integer> out, List<String> why) {
    List<String> above = new ArrayList<>(comments);
    above.addAll(why);
    List<SourcePosition> left = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!out.contains(i)) {
        left.add(parts.get(i));
      }
    }
    return new TomlEntry(key, value.with(i -> !out.contains(i)), above, origin, left, refused);
  }
}
