package godwit.build;

import godwit.diagnostic.Diagnostic;
import godwit.site.Site;
import java.util.List;

/// How a build ended. Only a site that was [Built] can be published.
public sealed interface BuildResult {
  /// What was found, sorted; without errors if it was built.
  List<Diagnostic> diagnostics();

  /// Every output is in the sink.
  record Built(Site site, List<Diagnostic> diagnostics) implements BuildResult {
    public Built {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The site has errors; what is in the sink is of no use.
  record Failed(List<Diagnostic> diagnostics) implements BuildResult {
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
