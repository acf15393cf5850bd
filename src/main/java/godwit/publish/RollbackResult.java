package godwit.publish;

import godwit.diagnostic.Diagnostic;
import godwit.release.Release;
import godwit.release.RolledBack;
import java.util.List;

/// How a rollback ended.
public sealed interface RollbackResult {
  /// An earlier release is live again.
  ///
  /// @param after what became of the commands that were run then
  record Done(RolledBack rolledBack, List<AfterRun> after, List<Diagnostic> diagnostics)
      implements RollbackResult {
    public Done {
      after = List.copyOf(after);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// It is the release that is live.
  record LiveAlready(Release release) implements RollbackResult {}

  /// There is no release, or more than one, whose id begins like that.
  ///
  /// @param matches those that do
  record NotOne(String prefix, List<Release> matches) implements RollbackResult {
    public NotOne {
      matches = List.copyOf(matches);
    }
  }
}
