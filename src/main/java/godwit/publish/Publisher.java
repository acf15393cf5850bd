package godwit.publish;

import godwit.build.Build;
import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import godwit.output.OutputPath;
import godwit.release.Change;
import godwit.release.Changes;
import godwit.release.ComparedRelease;
import godwit.release.Holder;
import godwit.release.Published;
import godwit.release.Release;
import godwit.release.ReleaseRequest;
import godwit.release.RolledBack;
import godwit.release.StagedRelease;
import godwit.release.Strategy;
import godwit.release.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Publishes a site: builds it beside the served one, lets it through the [Gate], exchanges the
/// two, and runs what is to be run after that.
public final class Publisher {
  private final SiteConfig config;
  private final AfterCommands after;
  private @Nullable Target target;

  public Publisher(SiteConfig config) {
    this.config = config;
    this.after = new AfterCommands(config.publish().after());
  }

  /// @param build of the same config
  /// @throws IOException if the environment fails: a [godwit.release.ReleaseException] where the
  ///   target does; what was live is live still then
  public PublishResult publish(Build build, PublishRequest request) throws IOException {
    return publish(build, request, GoAhead.always());
  }

  /// @param goAhead is asked before the exchange
  /// @throws IOException as the other, and what the go-ahead throws
  public PublishResult publish(Build build, PublishRequest request, GoAhead goAhead)
      throws IOException {
    Target target = target();
    PublishResult result;
    List<Diagnostic> kept;
    long rendered;
    try (StagedRelease release = target.stage(releaseRequest(build, request.holder()))) {
      kept = KeptFiles.tell(release.kept());
      BuildResult end = BrokenLinks.judged(build, request.allowed()).run(release);
      rendered = System.nanoTime();
      result =
          switch (end) {
            case BuildResult.Failed failed ->
                new PublishResult.Refused(
                    PublishResult.Reason.SITE, BrokenLinks.withFlag(failed.diagnostics()));
            case BuildResult.Built built -> goLive(built, release, target.site(), request, goAhead);
          };
      if (result instanceof PublishResult.Live) {
        result = result.with(KeptFiles.tellUnserved(release.addedByHand()));
      }
    }
    PublishResult told = kept.isEmpty() ? result : result.with(kept);
    Duration publishing = Duration.ofNanos(System.nanoTime() - rendered);
    return told instanceof PublishResult.Live live ? withAfter(live, publishing, build) : told;
  }

  /// What a publish would change. Nothing is published.
  ///
  /// @param file a file to look at more closely: a path, a URL or a source
  /// @throws IOException as [#publish]
  public Comparison compare(Build build, Holder holder, Optional<String> file) throws IOException {
    Target target = target();
    try (ComparedRelease release = target.compare(releaseRequest(build, holder))) {
      return switch (build.run(release)) {
        case BuildResult.Failed failed -> new Comparison.Failed(failed.diagnostics());
        case BuildResult.Built built -> {
          Changes changes = release.changes();
          Optional<OutputPath> path = file.flatMap(name -> find(name, built, changes));
          yield file.isPresent() && path.isEmpty()
              ? new Comparison.NoSuchFile(file.get(), built.diagnostics())
              : new Comparison.Compared(
                  built.site(),
                  changes,
                  path.isEmpty() ? Optional.empty() : Optional.of(versions(path.get(), release)),
                  built.diagnostics());
        }
      };
    }
  }

  /// The releases that can be gone back to, newest first.
  ///
  /// @param holder who asks
  public List<Release> releases(Holder holder) throws IOException {
    return target().releases(holder);
  }

  /// The same without waiting for anybody: what a dead publisher has left stays as it is.
  public List<Release> releases() throws IOException {
    return Files.exists(config.targetDirectory()) ? target().releases() : List.of();
  }

  /// The directory above the served one; the same object as before, for what it has read.
  private synchronized Target target() throws IOException {
    Target opened = Target.open(config.targetDirectory(), strategy(config));
    Target known = target;
    if (known == null || !known.directory().equals(opened.directory())) {
      known = opened;
      target = opened;
    }
    return known;
  }

  /// How a site is put live.
  public static Strategy strategy(SiteConfig config) {
    return switch (config.publish().strategy()) {
      case EXCHANGE -> Strategy.EXCHANGE;
      case SYMLINK -> Strategy.SYMLINK;
      case RENAME -> Strategy.RENAME;
    };
  }

  /// Compares everything that is published with what was published, byte for byte.
  ///
  /// @param holder who asks
  public TargetCheck check(Holder holder) throws IOException {
    Target target = target();
    return new TargetCheck(target.directory(), target.check(holder));
  }

  /// The release that is served; empty if there is none that Godwit made.
  ///
  /// @param holder who asks
  public Optional<Release> live(Holder holder) throws IOException {
    return Files.exists(config.targetDirectory())
        ? releases(holder).stream().filter(r -> r.state() == Release.State.LIVE).findFirst()
        : Optional.empty();
  }

  /// Puts an earlier release back, without building anything.
  ///
  /// @param prefix how its id begins; the release before the live one if empty
  /// @throws IOException as [#publish]
  public RollbackResult rollBack(Holder holder, Optional<String> prefix) throws IOException {
    Target target = target();
    Optional<String> id = prefix;
    if (prefix.isPresent()) {
      List<Release> matches = matches(target.releases(holder), prefix.get());
      if (matches.size() != 1) {
        return new RollbackResult.NotOne(prefix.get(), matches);
      }
      if (matches.getFirst().state() == Release.State.LIVE) {
        return new RollbackResult.LiveAlready(matches.getFirst());
      }
      id = Optional.of(matches.getFirst().id());
    }
    RolledBack done = target.rollback(holder, id, Gate.namesOf(config));
    Diagnostics diagnostics = new Diagnostics();
    AfterEvent event =
        new AfterEvent(
            "rollback",
            config,
            done.live().id(),
            done.live().asOf(),
            target.directory().resolve("html"),
            done.changes(),
            SiteUrls.of(config));
    diagnostics.addAll(KeptFiles.tell(done.kept()));
    List<AfterRun> runs = after.run(event, diagnostics);
    return new RollbackResult.Done(done, runs, diagnostics.sorted());
  }

  private static List<Release> matches(List<Release> releases, String prefix) {
    List<Release> exact = releases.stream().filter(r -> r.id().equals(prefix)).toList();
    return exact.isEmpty()
        ? releases.stream().filter(release -> release.id().startsWith(prefix)).toList()
        : exact;
  }

  private PublishResult goLive(
      BuildResult.Built built,
      StagedRelease release,
      Optional<String> liveSite,
      PublishRequest request,
      GoAhead goAhead)
      throws IOException {
    Changes changes = release.changes();
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(built.diagnostics());
    diagnostics.addAll(new Gate(config, request.allowed()).check(built.site(), changes, liveSite));
    List<Diagnostic> found = diagnostics.sorted();
    if (found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
      return new PublishResult.Refused(PublishResult.Reason.GATE, found);
    }
    if (request.dryRun()) {
      return new PublishResult.Previewed(built.site(), changes, found);
    }
    if (changes.isEmpty()) {
      return new PublishResult.Unchanged(built.site(), changes.from(), found);
    }
    goAhead.ask();
    Published published = release.goLive();
    return new PublishResult.Live(
        built.site(), published, changes, Duration.ZERO, List.of(), found);
  }

  private PublishResult.Live withAfter(PublishResult.Live live, Duration publishing, Build build) {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(live.diagnostics());
    AfterEvent event =
        new AfterEvent(
            "publish",
            config,
            live.published().id(),
            build.asOf(),
            live.published().live(),
            live.changes(),
            SiteUrls.of(live.site()));
    List<AfterRun> runs = after.run(event, diagnostics);
    return new PublishResult.Live(
        live.site(), live.published(), live.changes(), publishing, runs, diagnostics.sorted());
  }

  private ReleaseRequest releaseRequest(Build build, Holder holder) {
    return new ReleaseRequest(
        holder,
        Gate.siteOf(config),
        build.asOf(),
        config.publish().keep(),
        config.publish().carry());
  }

  /// The file that is meant: of the new release, or one that would be removed.
  private Optional<OutputPath> find(String name, BuildResult.Built built, Changes changes) {
    Optional<OutputPath> found = SiteUrls.find(name, built.site());
    if (found.isPresent()) {
      return found;
    }
    String path = SiteUrls.path(name, config);
    return changes.list().stream()
        .map(Change::file)
        .filter(
            file ->
                List.of(path, path + "index.html", path + "/index.html")
                        .contains(file.path().value())
                    || file.source().equals(name))
        .map(file -> file.path())
        .findFirst();
  }

  private static Comparison.Versions versions(OutputPath path, ComparedRelease release)
      throws IOException {
    return new Comparison.Versions(path, release.before(path), release.after(path));
  }
}
