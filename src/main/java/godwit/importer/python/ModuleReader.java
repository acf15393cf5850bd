package godwit.importer.python;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the settings that a Python file and those that it imports give values to.
public final class ModuleReader {
  /// Far more than anybody has.
  private static final int MOST_IMPORTS = 50;

  private final Path directory;
  private final Map<String, Scope> read = new HashMap<>();
  private final List<String> reading = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  /// @param directory the absolute path of where the modules are
  public ModuleReader(Path directory) {
    this.directory = directory;
  }

  /// Whether a name is a setting: it has letters, and all are capitals.
  public static boolean isSetting(String name) {
    return name.codePoints().anyMatch(Character::isUpperCase)
        && name.codePoints().noneMatch(Character::isLowerCase);
  }

  /// Reads a file of the directory.
  ///
  /// @param file its name, such as `pelicanconf.py`
  /// @return the settings by their names
  /// @throws PythonException if it, or a file that it imports, cannot be read as Python
  public Map<String, Assignment> settings(String file) throws PythonException {
    Map<String, Assignment> settings = new LinkedHashMap<>();
    scope(file, SourcePosition.ofFile(file))
        .assignments()
        .forEach(
            (name, assignment) -> {
              if (isSetting(name)) {
                settings.put(name, assignment);
              }
            });
    return settings;
  }

  /// What could not be told of the files that were read, apart from values.
  public List<Diagnostic> notes() {
    return List.copyOf(notes);
  }

  private Optional<Scope> module(String name, SourcePosition position) throws PythonException {
    String path = name.replace('.', '/');
    for (String file : List.of(path + ".py", path + "/__init__.py")) {
      if (Files.isRegularFile(directory.resolve(file))) {
        return Optional.of(scope(file, position));
      }
    }
    return Optional.empty();
  }

  private Scope scope(String file, SourcePosition position) throws PythonException {
    Scope known = read.get(file);
    if (known != null) {
      return known;
    }
    if (reading.contains(file)) {
      List<String> circle = new ArrayList<>(reading.subList(reading.indexOf(file), reading.size()));
      circle.add(file);
      throw new PythonException(
          new Diagnostic(
              Severity.ERROR,
              "import-circular",
              position,
              "the files import each other in a circle: " + String.join(", ", circle),
              "take this import out"));
    }
    if (reading.size() == MOST_IMPORTS) {
      throw new PythonException(
          Tokenizer.error(
              position, "imports are nested more than " + MOST_IMPORTS + " deep", null));
    }
    reading.add(file);
    Scope scope = read(file);
    reading.removeLast();
    read.put(file, scope);
    return scope;
  }

  /// The package of a file, which relative imports start from: `a.b` of `a/b/c.py`.
  private static String packageOf(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
  }

  private Scope read(String file) throws PythonException {
    Path path = directory.resolve(file);
    String text;
    try {
      text = SourceDecoding.text(path, file);
    } catch (IOException e) {
      throw new PythonException(
          new Diagnostic(
              Severity.ERROR,
              "import-file",
              SourcePosition.ofFile(file),
              "it cannot be read: " + e.getClass().getSimpleName(),
              "let the user that runs Godwit read it"));
    }
    Scope scope = new Scope();
    SourcePosition start = SourcePosition.ofFile(file);
    scope.assign("__file__", start, new PythonValue.Text(start, path.toString()));
    String name = file.substring(0, file.length() - ".py".length()).replace('/', '.');
    scope.assign("__name__", start, new PythonValue.Text(start, name));
    ImportReader imports = new ImportReader(this::module, packageOf(file));
    Tokens tokens = new Tokens(file, Tokenizer.tokens(file, text));
    Functions functions = new Functions(directory.toString());
    new StatementReader(tokens, scope, functions, imports).run();
    notes.addAll(imports.notes());
    notes.addAll(functions.notes());
    return scope;
  }
}
