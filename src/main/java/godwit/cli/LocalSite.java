package godwit.cli;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.control.BuildChoices;
import godwit.control.DaemonCommands;
import godwit.control.PublishOrder;
import godwit.control.ScheduleResult;
import godwit.control.SiteCommands;
import godwit.control.SiteStatus;
import godwit.diagnostic.Diagnostics;
import godwit.publish.Comparison;
import godwit.publish.GivenTime;
import godwit.publish.PublishRequest;
import godwit.publish.PublishResult;
import godwit.publish.Publisher;
import godwit.publish.RollbackResult;
import godwit.publish.Schedule;
import godwit.publish.TargetCheck;
import godwit.release.Release;
import godwit.site.Site;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A site on which this process works by itself, from nothing.
final class LocalSite implements SiteCommands {
  private final SiteConfig config;
  private final Publisher publisher;

  LocalSite(SiteConfig config) {
    this.config = config;
    this.publisher = new Publisher(config);
  }

  @Override
  public SiteConfig config() {
    return config;
  }

  @Override
  public BuildResult build(BuildChoices choices, Destination destination, BuildListener progress)
      throws IOException {
    return destination.run(make(choices, progress));
  }

  @Override
  public Site assemble(BuildChoices choices, Diagnostics diagnostics, BuildListener progress)
      throws IOException {
    return make(choices, progress).assemble(diagnostics);
  }

  @Override
  public PublishResult publish(PublishOrder order, BuildListener progress) throws IOException {
    String command = "godwit publish";
    if (order.building().asOf().isPresent()) {
      command = GivenTime.recorded(command);
    }
    return publisher.publish(
        make(order.building(), progress),
        new PublishRequest(Me.as(command), order.allowed(), order.dryRun()));
  }

  @Override
  public Comparison compare(BuildChoices choices, Optional<String> file, BuildListener progress)
      throws IOException {
    return publisher.compare(make(choices, progress), Me.as("godwit diff"), file);
  }

  @Override
  public List<Release> releases() throws IOException {
    return publisher.releases(Me.as("godwit releases"));
  }

  @Override
  public RollbackResult rollBack(Optional<String> prefix) throws IOException {
    return publisher.rollBack(Me.as("godwit rollback"), prefix);
  }

  @Override
  public TargetCheck check() throws IOException {
    return publisher.check(Me.as("godwit fsck"));
  }

  @Override
  public SiteStatus status() throws IOException {
    return new SiteStatus(
        config.directory(),
        config.targetDirectory(),
        Publisher.strategy(config),
        publisher.live(Me.as("godwit status")),
        Optional.empty());
  }

  @Override
  public ScheduleResult schedule(BuildListener progress) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Site site = make(BuildChoices.usual(), progress).assemble(diagnostics);
    return new ScheduleResult(Schedule.of(site), Set.of(), diagnostics.sorted());
  }

  @Override
  public Optional<DaemonCommands> daemon() {
    return Optional.empty();
  }

  private Build make(BuildChoices choices, BuildListener progress) {
    return new Build(
        config,
        choices.asOf().orElseGet(Instant::now),
        choices.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors()),
        progress);
  }
}
