package godwit.control;

import godwit.diagnostic.Diagnostic;
import java.util.List;

/// What became of reading the settings again.
public sealed interface ReloadResult {
  /// They hold from now on.
  ///
  /// @param needRestart the names of those that hold when the daemon is started again, as they are
  ///   not what it was started with
  record Reloaded(List<String> needRestart) implements ReloadResult {
    public Reloaded {
      needRestart = List.copyOf(needRestart);
    }
  }

  /// They are wrong, and those from before hold still.
  record Refused(List<Diagnostic> diagnostics) implements ReloadResult {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
