package godwit.importer;

import godwit.diagnostic.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of the new `godwit.toml`.
///
/// @param key with its table: `site.title`
/// @param comments lines above it
/// @param origin where its value was written; null if nobody wrote it
/// @param refused why the key stands there only as a comment; null if it is in force
record TomlEntry(
    String key,
    TomlValue value,
    List<String> comments,
    @Nullable SourcePosition origin,
    @Nullable String refused) {
  TomlEntry {
    comments = List.copyOf(comments);
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
    return new TomlEntry(key, value, comments, origin, why);
  }
}
