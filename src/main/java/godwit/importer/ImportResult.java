package godwit.importer;

import godwit.diagnostic.Diagnostic;
import java.util.List;

/// What came of an import.
public sealed interface ImportResult {
  /// What there is to tell, sorted.
  List<Diagnostic> diagnostics();

  /// The settings could be read.
  ///
  /// @param toml the text of the `godwit.toml` to write
  /// @param files those that were read, by their names
  /// @param settings how many of their settings became keys
  /// @param diagnostics warnings and notices: what was not taken over
  record Imported(String toml, List<String> files, int settings, List<Diagnostic> diagnostics)
      implements ImportResult {
    public Imported {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Something is wrong with them; nothing is to be written.
  record Refused(List<Diagnostic> diagnostics) implements ImportResult {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
