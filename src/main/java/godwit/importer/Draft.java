package godwit.importer;

import godwit.config.ConfigKey;
import godwit.config.ConfigKeys;
import godwit.config.Fallback;
import godwit.diagnostic.SourcePosition;
import godwit.importer.TomlValue.Flag;
import godwit.importer.TomlValue.Text;
import godwit.importer.TomlValue.Texts;
import godwit.importer.TomlValue.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The new `godwit.toml` while it is made: keys whose value differs from what Godwit does unless
/// told otherwise.
final class Draft {
  private final Settings settings;
  private final List<TomlEntry> entries = new ArrayList<>();

  Draft(Settings settings) {
    this.settings = settings;
  }

  List<TomlEntry> entries() {
    return List.copyOf(entries);
  }

  /// The texts of a key as they are so far, be they Godwit's default.
  List<String> texts(ConfigKey key) {
    for (TomlEntry entry : entries) {
      if (entry.key().equals(key.fullName()) && entry.value() instanceof Texts(var values)) {
        return values;
      }
    }
    return key.fallback() instanceof Fallback.Texts(var values) ? values : List.of();
  }

  /// Adds a key, unless Godwit's default is the same.
  ///
  /// @param key with its table
  /// @param names the settings that the value was made of
  void put(String key, TomlValue value, String... names) {
    put(key, value, List.of(), List.of(names));
  }

  /// The same of a list or a table.
  ///
  /// @param parts where each of its parts was written
  void putParts(String key, TomlValue value, List<SourcePosition> parts, String... names) {
    if (!isDefault(key, value)) {
      add(key, value, above(List.of(), List.of(names)), parts, List.of(names));
    }
  }

  /// The same, with lines above it.
  void put(String key, TomlValue value, List<String> comments, List<String> names) {
    if (!isDefault(key, value)) {
      add(key, value, above(comments, names), names);
    }
  }

  /// The lines above a key, which say so if none of the settings is given.
  private List<String> above(List<String> comments, List<String> names) {
    boolean isGiven = names.stream().anyMatch(settings::isGiven);
    List<String> above = new ArrayList<>(comments);
    if (!isGiven && comments.isEmpty() && !names.isEmpty()) {
      above.add("As Pelican does unless " + names.getFirst() + " says otherwise.");
    }
    return above;
  }

  /// Adds a key even if its value is Godwit's default.
  void add(String key, TomlValue value, List<String> comments, List<String> names) {
    add(key, value, comments, List.of(), names);
  }

  /// The same of a list or a table.
  ///
  /// @param parts where each of its parts was written
  void add(
      String key,
      TomlValue value,
      List<String> comments,
      List<SourcePosition> parts,
      List<String> names) {
    SourcePosition origin =
        names.stream().flatMap(name -> settings.position(name).stream()).findFirst().orElse(null);
    String unread =
        names.stream()
            .filter(settings::isUnread)
            .findFirst()
            .map(name -> name + " could not be read; write what it says:")
            .orElse(null);
    entries.add(new TomlEntry(key, value, comments, origin, parts, unread));
  }

  /// Whether the key is as well left out.
  private static boolean isDefault(String key, TomlValue value) {
    int dot = key.lastIndexOf('.');
    Optional<ConfigKey> known = ConfigKeys.find(key.substring(0, dot), key.substring(dot + 1));
    if (known.isEmpty()) {
      return value.isEmpty();
    }
    return switch (known.get().fallback()) {
      case Fallback.Required _ -> false;
      case Fallback.From _ -> false;
      case Fallback.None _ -> value.isEmpty();
      case Fallback.Text(String text) -> value.equals(new Text(text));
      case Fallback.Count(int count) -> value.equals(new Whole(count));
      case Fallback.Switch(boolean isOn) -> value.equals(new Flag(isOn));
      case Fallback.Texts(List<String> texts) -> value.equals(new Texts(texts));
    };
  }
}
