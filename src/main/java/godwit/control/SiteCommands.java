package godwit.control;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import godwit.publish.Comparison;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.TargetCheck;
import godwit.release.Release;
import godwit.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What one caller can have done with a site. A command is parsed, carried out and told in terms of
/// this, whoever is behind it: this process, which builds the site from nothing, or a daemon, which
/// has it in memory.
///
/// Whoever implements it knows who calls, and what time it is. What the environment does not do is
/// an [IOException], a [godwit.release.ReleaseException] where the target does not; what was called
/// off is a [CancelledException].
public interface SiteCommands {
  /// The settings that hold.
  SiteConfig config();

  /// Where a build writes.
  interface Destination {
    /// Makes it ready, and runs a build that writes there.
    BuildResult run(Build build) throws IOException;
  }

  /// Builds the site into a sink, without publishing it.
  ///
  /// @param progress is told how far it is, by any thread
  BuildResult build(BuildChoices choices, Destination destination, BuildListener progress)
      throws IOException;

  /// Puts the site together without rendering it.
  ///
  /// @param diagnostics receives what is wrong with it
  Site assemble(BuildChoices choices, Diagnostics diagnostics, BuildListener progress)
      throws IOException;

  /// Puts the site live, or says why not.
  PublishResult publish(PublishOrder order, BuildListener progress) throws IOException;

  /// What a publish would change. Nothing is published.
  ///
  /// @param file a file to look at more closely: a path, a URL or a source
  Comparison compare(BuildChoices choices, Optional<String> file, BuildListener progress)
      throws IOException;

  /// The releases that can be gone back to, newest first.
  List<Release> releases() throws IOException;

  /// Puts an earlier release back.
  ///
  /// @param prefix how its id begins; the release before the live one if empty
  RollbackResult rollBack(Optional<String> prefix) throws IOException;

  /// Reads everything that is published and looks for what is not as it was left.
  TargetCheck check() throws IOException;

  /// What is live, and what is going on.
  SiteStatus status() throws IOException;

  /// What becomes due when.
  ScheduleResult schedule(BuildListener progress) throws IOException;

  /// What only a daemon can do; empty if this is none.
  Optional<DaemonCommands> daemon();
}
