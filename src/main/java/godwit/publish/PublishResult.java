package godwit.publish;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.release.Changes;
import godwit.release.Published;
import godwit.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a publish ended, as far as the site's author has to do with it. What the environment does
/// not do is a [godwit.release.ReleaseException].
public sealed interface PublishResult {
  /// What was found, sorted.
  List<Diagnostic> diagnostics();

  /// The same result, with more that was found.
  default PublishResult with(List<Diagnostic> more) {
    Diagnostics all = new Diagnostics();
    all.addAll(diagnostics());
    all.addAll(more);
    List<Diagnostic> found = all.sorted();
    return switch (this) {
      case Live live ->
          new Live(
              live.site(),
              live.published(),
              live.changes(),
              live.publishing(),
              live.after(),
              found);
      case Unchanged unchanged -> new Unchanged(unchanged.site(), unchanged.release(), found);
      case Previewed preview -> new Previewed(preview.site(), preview.changes(), found);
      case Refused refused -> new Refused(refused.reason(), found);
    };
  }

  /// The site is live.
  ///
  /// @param changes by which it differs from what was live before
  /// @param publishing how long it took when all was rendered: comparing, staging, the exchange
  /// @param after what became of the commands that were run then; where one failed there is a
  ///   warning, too
  record Live(
      Site site,
      Published published,
      Changes changes,
      Duration publishing,
      List<AfterRun> after,
      List<Diagnostic> diagnostics)
      implements PublishResult {
    public Live {
      after = List.copyOf(after);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The live release is what the sources say already, and nothing was done.
  ///
  /// @param release its id
  record Unchanged(Site site, Optional<String> release, List<Diagnostic> diagnostics)
      implements PublishResult {
    public Unchanged {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// A dry run has come to its end: this is what would change.
  record Previewed(Site site, Changes changes, List<Diagnostic> diagnostics)
      implements PublishResult {
    public Previewed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// What was live is live still.
  record Refused(Reason reason, List<Diagnostic> diagnostics) implements PublishResult {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Why a publish was refused.
  enum Reason {
    /// The site has errors.
    SITE,
    /// A rule of the gate is broken.
    GATE
  }
}
