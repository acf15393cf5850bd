package godwit.publish;

import godwit.diagnostic.Diagnostic;
import godwit.release.Published;
import godwit.site.Site;
import java.util.List;

/// How a publish ended, as far as the site's author has to do with it. What the environment does
/// not do is a [godwit.release.ReleaseException].
public sealed interface PublishResult {
  /// What was found, sorted.
  List<Diagnostic> diagnostics();

  /// The site is live.
  record Live(Site site, Published published, List<Diagnostic> diagnostics)
      implements PublishResult {
    public Live {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The site has errors; what was live is live still.
  record Refused(List<Diagnostic> diagnostics) implements PublishResult {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
