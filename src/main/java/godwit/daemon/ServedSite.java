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
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.publish.Comparison;
import godwit.publish.GivenTime;
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
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// The site that a daemon serves, with what it remembers between publishes. Builds and publishes
/// are the queue's thread's alone; the rest any thread may ask.
final class ServedSite {
  /// How long to wait for a command in another process that has the lock of the target.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private volatile Loaded loaded;

  /// Changed by the queue's thread and by the one that looks at the clock.
  private final AtomicReference<Due> due = new AtomicReference<>(Due.NOTHING);

  /// The release that is not judged by its time any more, since somebody has given another one.
  private volatile Optional<String> overruled = Optional.empty();

  /// What depends on the settings.
  private record Loaded(SiteConfig config, DocumentCache documents, Publisher publisher) {
    static Loaded of(SiteConfig config) {
      return new Loaded(config, new DocumentCache(config), new Publisher(config));
    }
  }

  ServedSite(SiteConfig config, InstantSource clock) {
    this.loaded = Loaded.of(config);
    this.clock = clock;
  }

  SiteConfig config() {
    return loaded.config();
  }

  /// What is to be published by the clock.
  Due due() {
    return due.get();
  }

  /// The same after a look at the target: another process may have published, or gone back.
  Due dueNow() throws IOException {
    Due known = due.get();
    List<Release> releases = releases();
    Optional<String> live = Due.live(releases).map(Release::id);
    if (!live.equals(known.release())) {
      // If a publish in this process was faster, what it has found holds.
      due.compareAndSet(known, known.goneOn(Due.since(releases, clock.instant()), live));
    }
    return due.get();
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
    boolean isTimeGiven = order.building().asOf().isPresent();
    List<Diagnostic> clockWarning = clockWarning(order.building());
    Build build = build(now, order.building(), progress);
    PublishRequest request =
        new PublishRequest(
            holder(caller, isTimeGiven ? GivenTime.recorded(command) : command),
            order.allowed(),
            order.dryRun());
    PublishResult result = patiently(() -> now.publisher().publish(build, request, goAhead));
    switch (result) {
      case PublishResult.Live live ->
          published(build, live.site(), Optional.of(live.published().id()), isTimeGiven);
      case PublishResult.Unchanged same ->
          published(build, same.site(), same.release(), isTimeGiven);
      case PublishResult.Previewed _, PublishResult.Refused _ -> {}
    }
    return clockWarning.isEmpty() ? result : result.with(clockWarning);
  }

  /// What was due by the build's time is live.
  private void published(Build build, Site site, Optional<String> release, boolean isTimeGiven)
      throws IOException {
    if (isTimeGiven) {
      overruled = release;
      look(clock.instant(), release, BuildListener.none());
    } else {
      due.set(new Due(build.asOf(), Schedule.of(site), release));
    }
  }

  /// What a publish would change. Nothing is published.
  ///
  /// @param file a file to look at more closely
  Comparison compare(
      BuildChoices choices, Optional<String> file, Caller caller, BuildListener progress)
      throws IOException {
    Loaded now = loaded;
    Comparison comparison =
        patiently(
            () ->
                now.publisher()
                    .compare(build(now, choices, progress), holder(caller, "godwit diff"), file));
    return comparison.with(clockWarning(choices));
  }

  /// Puts an earlier release back.
  RollbackResult rollBack(Optional<String> prefix, Caller caller) throws IOException {
    Publisher publisher = loaded.publisher();
    RollbackResult result =
        patiently(() -> publisher.rollBack(holder(caller, "godwit rollback"), prefix));
    switch (result) {
      case RollbackResult.Done _ -> dueNow();
      case RollbackResult.LiveAlready _, RollbackResult.NotOne _ -> {}
    }
    return result;
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
    List<Release> releases = readableReleases();
    look(Due.since(releases, clock.instant()), Due.live(releases).map(Release::id), progress);
  }

  private void look(Instant since, Optional<String> release, BuildListener progress)
      throws IOException {
    Build build = new Build(loaded.documents(), since, threads(), progress);
    due.set(new Due(since, Schedule.of(build.assemble(new Diagnostics())), release));
  }

  /// The site as it would be now. Any thread may ask: what it shares with a publish is the
  /// documents alone, which serve every thread.
  Site assemble(BuildChoices choices, Diagnostics diagnostics, BuildListener progress)
      throws IOException {
    return build(choices, progress).assemble(diagnostics);
  }

  /// What becomes due when, by the content as it is now. That changes nothing of what is to be
  /// published by the clock: what nobody has published is not finished, perhaps.
  ScheduleResult schedule(BuildListener progress) throws IOException {
    Due known = dueNow();
    Diagnostics diagnostics = new Diagnostics();
    Build build = new Build(loaded.documents(), known.since(), threads(), progress);
    Schedule schedule = Schedule.of(build.assemble(diagnostics));
    diagnostics.addAll(clockWarning(BuildChoices.usual()));
    Set<Schedule.Item> unseen = new LinkedHashSet<>(schedule.items());
    unseen.removeAll(known.items());
    return new ScheduleResult(schedule, unseen, diagnostics.sorted());
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
    return ahead(live()).orElseGet(clock::instant);
  }

  /// By what the live release was judged, if that is later than the present and nobody meant it.
  private Optional<Instant> ahead(Optional<Release> live) {
    return live.filter(release -> !GivenTime.isOf(release))
        .filter(release -> !overruled.equals(Optional.of(release.id())))
        .map(Release::asOf)
        .filter(clock.instant()::isBefore);
  }

  private List<Diagnostic> clockWarning(BuildChoices choices) {
    Diagnostics found = new Diagnostics();
    if (choices.asOf().isEmpty()) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      ahead(live())
          .ifPresent(
              asOf ->
                  found.warning(
                      SourcePosition.ofFile("godwit.toml"),
                      "clock",
                      "the clock says %s, but what is live was judged by %s, and so is this: a clock that"
                              .formatted(now, asOf)
                          + " goes back unpublishes nothing",
                      "if it is the clock that was wrong then, publish once with --as-of " + now));
    }
    return found.sorted();
  }

  /// The release that is served, as far as that can be read.
  Optional<Release> live() {
    return Due.live(readableReleases());
  }

  private List<Release> readableReleases() {
    try {
      return releases();
    } catch (IOException e) {
      return List.of(); // the next publish says what is wrong
    }
  }

  /// What somebody should look at.
  ///
  /// @param live the live release
  List<String> warnings(Optional<Release> live) {
    return ahead(live)
        .map(
            asOf ->
                "the clock says %s, but the live release was judged by %s, and so is the next; if that was"
                        .formatted(clock.instant(), asOf)
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
