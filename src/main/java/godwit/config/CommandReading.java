package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads a program and its arguments.
///
/// @param name what the key is called in errors: with the name of the table it stands in
/// @param missing what is said where there is no command
/// @param example of a command, for hints
record CommandReading(
    ConfigKey key,
    String name,
    String missing,
    String example,
    TomlDocument document,
    ConfigValues values) {
  /// @param position of the table
  /// @return empty after an error that leaves nothing to run
  List<String> read(TomlTable table, SourcePosition position) {
    List<String> command = new ArrayList<>();
    @Nullable Object given = table.get(List.of(key.simpleName()));
    SourcePosition place = document.valuePosition(table, key.simpleName());
    if (given == null) {
      values.missing(name, position, missing);
    } else if (!(given instanceof TomlArray words)) {
      values.wrongType(name, key.type(), given, place);
    } else if (words.isEmpty()) {
      values.bad(name, place, empty());
    } else {
      for (int i = 0; i < words.size(); i++) {
        int index = i;
        String word =
            values.read(
                name,
                words.get(i),
                () -> document.elementPosition(words, index),
                value -> word(value, index));
        if (word != null) {
          command.add(word);
        }
      }
    }
    return command;
  }

  private String word(String value, int index) throws BadValueException {
    if (index == 0 && value.isBlank()) {
      throw empty();
    }
    return value;
  }

  private BadValueException empty() {
    return new BadValueException("must not be empty", "name a program: " + example);
  }

  /// The command with a program that is named by a path taken from a directory; one without a `/`
  /// is looked for in `PATH`.
  static List<String> below(Path directory, List<String> command) {
    List<String> resolved = new ArrayList<>(command);
    if (command.getFirst().indexOf('/') >= 0) {
      resolved.set(0, directory.resolve(command.getFirst()).normalize().toString());
    }
    return resolved;
  }
}
