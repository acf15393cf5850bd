package godwit.config;

import godwit.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/// Finds keys and tables that nobody reads, and says which were probably meant.
final class UnknownKeys {
  private final TomlDocument document;
  private final Diagnostics diagnostics;

  UnknownKeys(TomlDocument document, Diagnostics diagnostics) {
    this.document = document;
    this.diagnostics = diagnostics;
  }

  /// Reports all of them but those within lists of tables.
  void check() {
    for (String name : document.root().keySet()) {
      Object value = document.root().get(List.of(name));
      TomlTable table = document.table(name);
      if (ConfigKeys.ofTable(name).isEmpty() && !name.equals(ReaderSection.NAME)) {
        reportTop(name, table != null);
      } else if (table == null && value != null) {
        String message = name + ": " + TypeMismatch.message(ValueType.TABLE, value);
        diagnostics.error(
            document.valuePosition(document.root(), name),
            "config-type",
            message,
            "write [" + name + "] and its keys below");
      } else if (table != null && !name.equals(ReaderSection.NAME)) {
        check(name, table);
      }
    }
  }

  /// Reports those of one table. @param path its name, such as `site.menu`
  void check(String path, TomlTable table) {
    check(path, path, table);
  }

  /// As above, for a table of another name. @param written its name in the file
  void check(String path, String written, TomlTable table) {
    for (String name : table.keySet()) {
      if (ConfigKeys.find(path, name).isEmpty()) {
        report(path, written, table, name);
      }
    }
  }

  private void reportTop(String name, boolean isTable) {
    List<String> tables = isTable ? NearestNames.of(name, topTables()) : List.of();
    String hint =
        tables.isEmpty()
            ? meant("", "", name)
            : NearestNames.question(List.of("[" + tables.get(0) + "]"));
    diagnostics.error(
        document.keyPosition(document.root(), name),
        "config-unknown-key",
        isTable ? "unknown table [" + name + "]" : "unknown key '" + name + "'",
        hint != null ? hint : "the tables are " + String.join(", ", topTables()));
  }

  private void report(String path, String written, TomlTable table, String name) {
    String hint = meant(path, written, name);
    diagnostics.error(
        document.keyPosition(table, name),
        "config-unknown-key",
        "unknown key '" + name + "' in [" + written + "]",
        hint != null ? hint : known(path));
  }

  /// A question with the likely names, or null where nothing is like it.
  private static @Nullable String meant(String path, String written, String name) {
    Optional<ConfigKey> pelican = ConfigKeys.ofPelican(name);
    if (pelican.isPresent()) {
      return "this is Pelican's name; here it is " + pelican.get().fullName();
    }
    Set<String> meant = new LinkedHashSet<>();
    for (String near : NearestNames.of(name, simpleNames(ConfigKeys.ofTable(path)))) {
      meant.add(written + "." + near);
    }
    if (path.indexOf('.') >= 0) {
      return meant.isEmpty() ? null : NearestNames.question(List.copyOf(meant));
    }
    addNamed(name.replace('_', '-'), meant);
    if (topTables().contains(name)) {
      meant.clear();
    }
    if (meant.isEmpty()) {
      NearestNames.of(name, topTables()).forEach(table -> meant.add("[" + table + "]"));
    }
    if (meant.isEmpty()) {
      NearestNames.of(name, simpleNames(ConfigKeys.all())).forEach(near -> addNamed(near, meant));
    }
    return meant.isEmpty() ? null : NearestNames.question(List.copyOf(meant));
  }

  /// The keys of that name in any table, but not in a list of tables.
  private static void addNamed(String simpleName, Set<String> names) {
    for (String table : topTables()) {
      ConfigKeys.find(table, simpleName).ifPresent(key -> names.add(key.fullName()));
    }
  }

  private static List<String> simpleNames(List<ConfigKey> keys) {
    Set<String> names = new LinkedHashSet<>();
    for (ConfigKey key : keys) {
      names.add(key.simpleName());
    }
    return List.copyOf(names);
  }

  private static List<String> topTables() {
    List<String> tables = new ArrayList<>(ConfigKeys.tables());
    tables.replaceAll(table -> table.startsWith(ReaderSection.NAME) ? ReaderSection.NAME : table);
    tables.removeIf(table -> table.indexOf('.') >= 0);
    return tables;
  }

  private static String known(String path) {
    List<String> names = simpleNames(ConfigKeys.ofTable(path));
    return names.size() > 12
        ? "the manual lists the keys of [" + path + "] under Configuration"
        : "the keys here are " + String.join(", ", names);
  }
}
