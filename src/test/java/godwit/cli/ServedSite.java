package godwit.cli;

import godwit.build.BuildListener;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.control.ArgumentsJson;
import godwit.control.BuildChoices;
import godwit.control.CommandFace;
import godwit.control.CommandLines;
import godwit.control.DaemonCommands;
import godwit.control.DaemonStatus;
import godwit.control.FakeDaemon;
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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A daemon without a queue: the commands of a site, over a socket, one after the other.
final class ServedSite implements SiteCommands, DaemonCommands {
  /// What comes of reading settings that have changed.
  Optional<ReloadResult> changed = Optional.empty();

  final List<String> asked = new ArrayList<>();
  ReloadResult reload = new ReloadResult.Reloaded(List.of());
  DaemonStatus status =
      new DaemonStatus(
          1,
          Instant.EPOCH,
          Path.of("/s"),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          List.of());
  private final LocalSite local;

  ServedSite(SiteConfig config) {
    this.local = new LocalSite(config);
  }

  FakeDaemon listen(Path socket) throws IOException {
    return FakeDaemon.listen(socket, this::answer);
  }

  private void answer(FakeDaemon.Request request, OutputStream reply) throws IOException {
    String[] words = request.line().split(" ", -1);
    if (words[0].equals("GET")) {
      String site = FakeDaemon.status(local.config().directory());
      reply.write(site.getBytes(StandardCharsets.UTF_8));
      return;
    }
    String command = words[1].substring(1);
    asked.add(command);
    reply.write(FakeDaemon.ok("").getBytes(StandardCharsets.UTF_8));
    CommandLines lines = new CommandLines(reply);
    CommandFace.Outcome outcome =
        new ServedCommands()
            .run(
                command,
                ArgumentsJson.read(request.body()),
                this,
                lines.out(),
                lines.err(),
                lines.progress());
    lines.exit(outcome.exitCode());
  }

  @Override
  public ReloadResult reload() {
    asked.add("settings");
    return reload;
  }

  @Override
  public Optional<ReloadResult> follow() {
    return changed;
  }

  @Override
  public void shutDown() {
    asked.add("end");
  }

  @Override
  public SiteConfig config() {
    return local.config();
  }

  @Override
  public BuildResult build(BuildChoices choices, Destination destination, BuildListener progress)
      throws IOException {
    return local.build(choices, destination, progress);
  }

  @Override
  public Site assemble(BuildChoices choices, Diagnostics diagnostics, BuildListener progress)
      throws IOException {
    return local.assemble(choices, diagnostics, progress);
  }

  @Override
  public PublishResult publish(PublishOrder order, BuildListener progress) throws IOException {
    return local.publish(order, progress);
  }

  @Override
  public Comparison compare(BuildChoices choices, Optional<String> file, BuildListener progress)
      throws IOException {
    return local.compare(choices, file, progress);
  }

  @Override
  public List<Release> releases() throws IOException {
    return local.releases();
  }

  @Override
  public RollbackResult rollBack(Optional<String> prefix) throws IOException {
    return local.rollBack(prefix);
  }

  @Override
  public TargetCheck check() throws IOException {
    return local.check();
  }

  @Override
  public SiteStatus status() throws IOException {
    SiteStatus here = local.status();
    return new SiteStatus(
        here.site(), here.target(), here.strategy(), here.live(), Optional.of(status));
  }

  @Override
  public ScheduleResult schedule(BuildListener progress) throws IOException {
    return local.schedule(progress);
  }

  @Override
  public Optional<DaemonCommands> daemon() {
    return Optional.of(this);
  }
}
