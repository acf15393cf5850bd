package godwit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of `godwit.toml` by table and by name.
public final class ConfigKeys {
  /// Table → simple name → key, in the order in which the manual lists them.
  private static final Map<String, Map<String, ConfigKey>> TABLES = byTable();

  private ConfigKeys() {}

  /// All of them, in the order of the manual.
  public static List<ConfigKey> all() {
    return List.of(ConfigKey.values());
  }

  /// The tables' names, such as `site` and `site.menu`.
  public static List<String> tables() {
    return List.copyOf(TABLES.keySet());
  }

  /// The keys of a table; none if there is no such table.
  public static List<ConfigKey> ofTable(String table) {
    return List.copyOf(TABLES.getOrDefault(table, Map.of()).values());
  }

  /// The key of that simple name in a table.
  public static Optional<ConfigKey> find(String table, String simpleName) {
    return Optional.ofNullable(TABLES.getOrDefault(table, Map.of()).get(simpleName));
  }

  /// The key that means what this setting of `pelicanconf.py` does.
  public static Optional<ConfigKey> ofPelican(String setting) {
    for (ConfigKey key : ConfigKey.values()) {
      if (!setting.isEmpty() && key.pelicanName().equals(setting)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Map<String, ConfigKey>> byTable() {
    Map<String, Map<String, ConfigKey>> tables = new LinkedHashMap<>();
    for (ConfigKey key : ConfigKey.values()) {
      tables.computeIfAbsent(key.table(), _ -> new LinkedHashMap<>()).put(key.simpleName(), key);
    }
    return tables;
  }
}
