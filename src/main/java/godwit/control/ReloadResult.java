package godwit.control;

import godwit.diagnostic.Diagnostic;
import java.util.List;

/// What became of reading the settings again.
public sealed interface ReloadResult {
  /// They hold from now on.
  record Reloaded() implements ReloadResult {}

  /// They are wrong, and those from before hold still.
  record Refused(List<Diagnostic> diagnostics) implements ReloadResult {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
