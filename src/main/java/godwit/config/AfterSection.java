package godwit.config;

import godwit.config.PublishSettings.After;
import godwit.diagnostic.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads the commands of `[[publish.after]]`.
final class AfterSection {
  private final Path directory;
  private final TomlDocument document;
  private final ConfigValues values;
  private final UnknownKeys unknownKeys;

  /// @param directory the site directory, in which the commands run unless they name another
  AfterSection(
      Path directory, TomlDocument document, ConfigValues values, UnknownKeys unknownKeys) {
    this.directory = directory;
    this.document = document;
    this.values = values;
    this.unknownKeys = unknownKeys;
  }

  List<After> read() {
    List<After> commands = new ArrayList<>();
    Object given = values.given(ConfigKey.PUBLISH_AFTER);
    if (given instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TomlTable table) {
          After command = after(table, document.elementPosition(array, i));
          if (command != null) {
            commands.add(command);
          }
        } else {
          Object element = array.get(i);
          values.wrongType(ConfigKey.PUBLISH_AFTER, element, document.elementPosition(array, i));
        }
      }
    } else if (given != null) {
      values.wrongType(ConfigKey.PUBLISH_AFTER, given, values.position(ConfigKey.PUBLISH_AFTER));
    }
    return commands;
  }

  /// One table, or null after an error that leaves nothing to run.
  private @Nullable After after(TomlTable table, SourcePosition position) {
    unknownKeys.check(ConfigKey.PUBLISH_AFTER.fullName(), table);
    List<String> command =
        new CommandReading(
                ConfigKey.PUBLISH_AFTER_COMMAND,
                ConfigKey.PUBLISH_AFTER_COMMAND.fullName(),
                "each [[publish.after]] has a command",
                "command = [\"purge-cdn\"]",
                document,
                values)
            .read(table, position);
    Path place =
        values.textIn(
            table,
            ConfigKey.PUBLISH_AFTER_DIRECTORY,
            value -> directory.resolve(value).normalize());
    var timeout = values.textIn(table, ConfigKey.PUBLISH_AFTER_TIMEOUT, DurationText::readPositive);
    return command.isEmpty() ? null : new After(command, timeout, place, position);
  }
}
