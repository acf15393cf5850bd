package godwit.importer.python;

import godwit.diagnostic.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names of a module while it is read.
final class Scope {
  /// What a name stands for.
  private sealed interface Meaning {}

  private record Assigned(Assignment assignment) implements Meaning {}

  /// @param qualified such as `os.path.join`
  private record Imported(String qualified) implements Meaning {}

  private final Map<String, Meaning> names = new LinkedHashMap<>();

  void assign(String name, SourcePosition position, PythonValue value) {
    names.put(name, new Assigned(new Assignment(name, position, value)));
  }

  void imported(String name, String qualified) {
    names.put(name, new Imported(qualified));
  }

  void remove(String name) {
    names.remove(name);
  }

  /// Gives a value that was changed in place to every name that has it.
  void change(PythonValue old, PythonValue changed) {
    names.replaceAll(
        (name, meaning) ->
            meaning instanceof Assigned(Assignment given) && given.value().equals(old)
                ? new Assigned(new Assignment(name, given.position(), changed))
                : meaning);
  }

  @Nullable PythonValue value(String name) {
    return names.get(name) instanceof Assigned(Assignment assignment) ? assignment.value() : null;
  }

  /// What a name is called where it comes from; itself if it was not imported.
  String qualified(String name) {
    return names.get(name) instanceof Imported(String qualified) ? qualified : name;
  }

  boolean isImported(String name) {
    return names.get(name) instanceof Imported;
  }

  /// Those that were given a value, with the place where they got the last one.
  Map<String, Assignment> assignments() {
    Map<String, Assignment> assignments = new LinkedHashMap<>();
    names.forEach(
        (name, meaning) -> {
          if (meaning instanceof Assigned(Assignment assignment)) {
            assignments.put(name, assignment);
          }
        });
    return assignments;
  }

  /// What another module gets that imports this name.
  Optional<PythonValue> exported(String name) {
    return Optional.ofNullable(value(name));
  }

  /// What another module gets that imports everything: no name that begins with `_`.
  void exportTo(Scope other) {
    names.forEach(
        (name, meaning) -> {
          if (!name.startsWith("_")) {
            other.names.put(name, meaning);
          }
        });
  }
}
