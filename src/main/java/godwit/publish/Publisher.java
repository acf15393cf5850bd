package godwit.publish;

import godwit.build.Build;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.release.Holder;
import godwit.release.StagedRelease;
import godwit.release.Target;
import java.io.IOException;

/// Publishes a site: builds it beside the served one, then exchanges the two.
public final class Publisher {
  private final SiteConfig config;

  public Publisher(SiteConfig config) {
    this.config = config;
  }

  /// @param build of the same config
  /// @param holder who publishes, for others to be told meanwhile
  /// @throws IOException if the environment fails: a [godwit.release.ReleaseException] where the
  ///   target does; what was live is live still then
  public PublishResult publish(Build build, Holder holder) throws IOException {
    try (StagedRelease release = Target.open(config.targetDirectory()).stage(holder)) {
      return switch (build.run(release)) {
        case BuildResult.Failed failed -> new PublishResult.Refused(failed.diagnostics());
        case BuildResult.Built built ->
            new PublishResult.Live(built.site(), release.goLive(), built.diagnostics());
      };
    }
  }
}
