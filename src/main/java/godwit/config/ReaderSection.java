package godwit.config;

import godwit.config.ReaderSettings.Converter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlTable;

/// Reads `[readers.rst]` and the same of other extensions. The keys are declared for `rst`.
final class ReaderSection {
  /// The table above them.
  static final String NAME = "readers";

  static final Set<String> READ_HERE = Set.of("md", "markdown", "mkd", "mdown", "html", "htm");
  private static final String EXAMPLE = "command = [\"rst2html5\"]";

  private final Path directory;
  private final TomlDocument document;
  private final ConfigValues values;
  private final UnknownKeys unknownKeys;

  /// @param directory the site directory
  ReaderSection(
      Path directory, TomlDocument document, ConfigValues values, UnknownKeys unknownKeys) {
    this.directory = directory;
    this.document = document;
    this.values = values;
    this.unknownKeys = unknownKeys;
  }

  ReaderSettings read() {
    Map<String, Converter> converters = new HashMap<>();
    TomlTable readers = document.table(NAME);
    if (readers == null) {
      return new ReaderSettings(converters);
    }
    for (String extension : readers.keySet()) {
      Object given = readers.get(List.of(extension));
      if (!extension.matches("[a-z0-9_]+")) {
        bad(
            readers,
            extension,
            "is not an extension",
            "write it in small letters and without its dot: [readers.rst]");
      } else if (READ_HERE.contains(extension)) {
        bad(readers, extension, "Godwit reads these files itself", "remove the table");
      } else if (!(given instanceof TomlTable table)) {
        bad(
            readers,
            extension,
            "is a table",
            "write [readers." + extension + "] and its keys below");
      } else {
        Converter converter = converter(readers, extension, table);
        if (converter != null) {
          converters.put(extension, converter);
        }
      }
    }
    return new ReaderSettings(converters);
  }

  private void bad(TomlTable readers, String extension, String message, String hint) {
    values.bad(
        NAME + "." + extension,
        document.keyPosition(readers, extension),
        new BadValueException(message, hint));
  }

  private @Nullable Converter converter(TomlTable readers, String extension, TomlTable table) {
    String name = NAME + "." + extension;
    unknownKeys.check(ConfigKey.READERS_RST_COMMAND.table(), name, table);
    CommandReading reading =
        new CommandReading(
            ConfigKey.READERS_RST_COMMAND,
            name + "." + ConfigKey.READERS_RST_COMMAND.simpleName(),
            "name a program: " + EXAMPLE,
            EXAMPLE,
            document,
            values);
    List<String> command = reading.read(table, document.keyPosition(readers, extension));
    var timeout =
        values.textIn(
            table,
            ConfigKey.READERS_RST_TIMEOUT,
            name + "." + ConfigKey.READERS_RST_TIMEOUT.simpleName(),
            DurationText::readPositive);
    if (command.isEmpty()) {
      return null;
    }
    return new Converter(
        CommandReading.below(directory, command),
        timeout,
        document.valuePosition(table, ConfigKey.READERS_RST_COMMAND.simpleName()));
  }
}
