package godwit.daemon;

import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.control.BuildChoices;
import godwit.control.DaemonCommands;
import godwit.control.PublishOrder;
import godwit.control.ReloadResult;
import godwit.control.ScheduleResult;
import godwit.control.SiteCommands;
import godwit.control.SiteStatus;
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

/// The site of the daemon for one caller. What writes files or changes what the daemon remembers of
/// the site goes through the queue, and is waited for by the thread that calls.
final class CallerSite implements SiteCommands, DaemonCommands {
  private final Daemon daemon;
  private final ServedSite site;
  private final StatusTracker status;
  private final Caller caller;

  CallerSite(Daemon daemon, Caller caller) {
    this.daemon = daemon;
    this.site = daemon.site();
    this.status = daemon.status();
    this.caller = caller;
  }

  @Override
  public SiteConfig config() {
    return site.config();
  }

  @Override
  public BuildResult build(BuildChoices choices, Destination destination, BuildListener progress)
      throws IOException {
    return daemon.build(choices, destination, caller, progress).await();
  }

  @Override
  public Site assemble(BuildChoices choices, Diagnostics diagnostics, BuildListener progress)
      throws IOException {
    return site.assemble(choices, diagnostics, progress);
  }

  @Override
  public PublishResult publish(PublishOrder order, BuildListener progress) throws IOException {
    return daemon.publish(order, caller, "publish", progress).await();
  }

  @Override
  public Comparison compare(BuildChoices choices, Optional<String> file, BuildListener progress)
      throws IOException {
    return daemon.compare(choices, file, caller, progress).await();
  }

  @Override
  public List<Release> releases() throws IOException {
    return site.releases();
  }

  @Override
  public RollbackResult rollBack(Optional<String> prefix) throws IOException {
    return daemon.rollBack(prefix, caller).await();
  }

  @Override
  public TargetCheck check() throws IOException {
    return daemon.check(caller).await();
  }

  @Override
  public SiteStatus status() {
    return status.current();
  }

  @Override
  public ScheduleResult schedule(BuildListener progress) throws IOException {
    return daemon.schedule(caller, progress).await();
  }

  @Override
  public Optional<DaemonCommands> daemon() {
    return Optional.of(this);
  }

  @Override
  public ReloadResult reload() {
    return daemon.reload();
  }

  @Override
  public Optional<ReloadResult> follow() {
    return daemon.follow();
  }

  @Override
  public void shutDown() {
    daemon.shutDown();
  }
}
