package godwit.importer;

import static java.util.stream.Collectors.joining;

import godwit.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Blogs for the tests.
final class Blog {
  /// What every blog needs.
  static final String BASE = "SITENAME = 'A'\nSITEURL = 'https://example.org'\n";

  private Blog() {}

  /// Imports a blog with these lines in its pelicanconf.py, from the third on.
  static ImportResult read(Path directory, String lines) throws IOException {
    Path real = directory.toRealPath();
    Files.writeString(real.resolve("pelicanconf.py"), BASE + lines + "\n");
    return PelicanImport.read(real);
  }

  /// The text of the file that is made.
  static String toml(ImportResult result) {
    return switch (result) {
      case ImportResult.Imported imported -> imported.toml();
      case ImportResult.Refused refused -> throw new AssertionError(refused.diagnostics());
    };
  }

  /// What is told, as it is printed.
  static String told(ImportResult result) {
    return result.diagnostics().stream().map(Diagnostic::toString).collect(joining("\n"));
  }
}
