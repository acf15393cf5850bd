package godwit.importer.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Programs for the tests.
final class Python {
  private Python() {}

  /// What a program gives to its settings, as Python would write it, or why it is wrong.
  static Map<String, String> settings(Path directory, String program) throws IOException {
    Files.writeString(directory.resolve("conf.py"), program);
    Map<String, String> shown = new LinkedHashMap<>();
    try {
      new ModuleReader(directory)
          .settings("conf.py")
          .forEach((name, assignment) -> shown.put(name, assignment.value().shown()));
    } catch (PythonException e) {
      shown.put("error", e.diagnostic().toString());
    }
    return shown;
  }
}
