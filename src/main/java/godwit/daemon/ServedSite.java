package godwit.daemon;

import godwit.build.Build;
import godwit.build.BuildListener;
import godwit.config.ConfigReader;
import godwit.config.SiteConfig;
import godwit.content.DocumentCache;
import godwit.control.BuildChoices;
import godwit.control.DaemonStatus;
import godwit.control.PublishOrder;
import godwit.control.ReloadResult;
import godwit.control.ScheduleResult;
import godwit.diagnostic.Diagnostics;
import godwit.publish.Comparison;
import godwit.publish.GoAhead;
import godwit.publish.PublishRequest;
import godwit.publish.PublishResult;
import godwit.publish.Publisher;
import godwit.publish.RollbackResult;
import godwit.publish.Schedule;
import godwit.publish.TargetCheck;
import godwit.release.Holder;
import godwit.release.Release;
import godwit.release.TargetBusyException;
import godwit.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The site that a daemon serves, with what it remembers between publishes. Builds and publishes
/// are the queue's thread's alone; the rest any thread may ask.
final class ServedSite {
  /// How long to wait for a command in another process that has the lock of the target.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private volatile Loaded loaded;
  private volatile Due due = new Due(Instant.EPOCH, new Schedule(List.of()));

  /// What depends on the settings.
  private record Loaded(SiteConfig config, DocumentCache documents, Publisher publisher) {
    static Loaded of(SiteConfig config) {
      return new Loaded(config, new DocumentCache(config), new Publisher(config));
    }
  }

  /// What the last build has left out.
  ///
  /// @param asOf the instant by which it was judged
  record Due(Instant asOf, Schedule schedule) {}

  ServedSite(SiteConfig config, InstantSource clock) {
    this.loaded = Loaded.of(config);
    this.clock = clock;
  }

  SiteConfig config() {
    return loaded.config();
  }

  Due due() {
    return due;
  }

  /// Reads the settings again.
  ///
  /// @param listening is as it is until the next start
  /// @return why they are refused, if they are; those from before hold then
  ReloadResult reload(Listening listening) {
    Diagnostics diagnostics = new Diagnostics();
    Path file = config().directory().resolve("godwit.toml");
    Optional<SiteConfig> read = ConfigReader.read(file, diagnostics);
    if (read.isEmpty() || diagnostics.hasErrors()) {
      return new ReloadResult.Refused(diagnostics.sorted());
    }
    loaded = Loaded.of(read.get());
    return new ReloadResult.Reloaded(
        listening.settings().map(config().daemon()::differences).orElse(List.of()));
  }

  /// Publishes.
  PublishResult publish(
      PublishOrder order, Caller caller, String command, BuildListener progress, GoAhead goAhead)
      throws IOException {
    Loaded now = loaded;
    Build build = build(now, order.building(), progress);
    PublishRequest request =
        new PublishRequest(holder(caller, command), order.allowed(), order.dryRun());
    PublishResult result = patiently(() -> now.publisher().publish(build, request, goAhead));
    if (order.building().asOf().isEmpty()) {
      switch (result) {
        case PublishResult.Live live -> due = new Due(build.asOf(), Schedule.of(live.site()));
        case PublishResult.Unchanged same -> due = new Due(build.asOf(), Schedule.of(same.site()));
        case PublishResult.Previewed _, PublishResult.Refused _ -> {}
      }
    }
    return result;
  }

  /// What a publish would change. Nothing is published.
  ///
  /// @param file a file to look at more closely
  Comparison compare(
      BuildChoices choices, Optional<String> file, Caller caller, BuildListener progress)
      throws IOException {
    Loaded now = loaded;
    return patiently(
        () ->
            now.publisher()
                .compare(build(now, choices, progress), holder(caller, "godwit diff"), file));
  }

  /// Puts an earlier release back.
  RollbackResult rollBack(Optional<String> prefix, Caller caller) throws IOException {
    Publisher publisher = loaded.publisher();
    return patiently(() -> publisher.rollBack(holder(caller, "godwit rollback"), prefix));
  }

  /// Reads everything that is published.
  TargetCheck check(Caller caller) throws IOException {
    Publisher publisher = loaded.publisher();
    return patiently(() -> publisher.check(holder(caller, "godwit fsck")));
  }

  /// The releases that can be gone back to, newest first. Waits for nobody.
  List<Release> releases() throws IOException {
    return loaded.publisher().releases();
  }

  private Holder holder(Caller caller, String command) {
    return caller.holder(command, clock.instant());
  }

  /// Something that the lock of the target is needed for.
  private interface Locked<R> {
    R run() throws IOException;
  }

  /// A command in another process may have the lock for a moment.
  private <R> R patiently(Locked<R> work) throws IOException {
    Instant end = clock.instant().plus(PATIENCE);
    while (true) {
      try {
        return work.run();
      } catch (TargetBusyException e) {
        if (clock.instant().isAfter(end)) {
          throw e;
        }
        try {
          Thread.sleep(50);
        } catch (InterruptedException interrupt) {
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    }
  }

  /// Reads the content, so that a publish need not read it again, and derives what has become due
  /// since the live release was made.
  void look(BuildListener progress) throws IOException {
    Loaded now = loaded;
    Instant asOf = live().map(Release::asOf).orElseGet(clock::instant);
    Build build = new Build(now.documents(), asOf, threads(), progress);
    due = new Due(asOf, Schedule.of(build.assemble(new Diagnostics())));
  }

  /// The site as it would be now. Any thread may ask: what it shares with a publish is the
  /// documents alone, which serve every thread.
  Site assemble(BuildChoices choices, Diagnostics diagnostics, BuildListener progress)
      throws IOException {
    return build(choices, progress).assemble(diagnostics);
  }

  /// What becomes due when, by the content as it is now.
  ScheduleResult schedule(BuildListener progress) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Schedule schedule = Schedule.of(assemble(BuildChoices.usual(), diagnostics, progress));
    if (!diagnostics.hasErrors()) {
      due = new Due(due.asOf(), schedule);
    }
    return new ScheduleResult(schedule, diagnostics.sorted());
  }

  /// A build by what holds now.
  Build build(BuildChoices choices, BuildListener progress) {
    return build(loaded, choices, progress);
  }

  private Build build(Loaded now, BuildChoices choices, BuildListener progress) {
    return new Build(
        now.documents(),
        choices.asOf().orElseGet(this::asOf),
        choices.threads().orElseGet(ServedSite::threads),
        progress);
  }

  /// The present; but if the clock was set back, the time of what is live: it unpublishes nothing.
  private Instant asOf() {
    Instant now = clock.instant();
    return live().map(Release::asOf).filter(now::isBefore).orElse(now);
  }

  /// The release that is served, as far as that can be read.
  Optional<Release> live() {
    try {
      return releases().stream()
          .filter(release -> release.state() == Release.State.LIVE)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // the next publish says what is wrong
    }
  }

  /// What somebody should look at.
  ///
  /// @param live the live release
  List<String> warnings(Optional<Release> live) {
    Instant now = clock.instant();
    return live
        .map(Release::asOf)
        .filter(now::isBefore)
        .map(
            asOf ->
                "the clock says %s, but the live release was judged by %s, and so is the next; if that was"
                        .formatted(now, asOf)
                    + " wrong, publish once with --as-of")
        .stream()
        .toList();
  }

  /// How a publish has ended.
  static DaemonStatus.Outcome outcome(PublishResult result) {
    return switch (result) {
      case PublishResult.Live _ -> DaemonStatus.Outcome.PUBLISHED;
      case PublishResult.Unchanged _, PublishResult.Previewed _ -> DaemonStatus.Outcome.UNCHANGED;
      case PublishResult.Refused _ -> DaemonStatus.Outcome.REFUSED;
    };
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
