package godwit.daemon;

import godwit.build.BuildResult;
import godwit.config.SiteConfig;
import godwit.control.OperationJson;
import godwit.control.OperationView.Ending;
import godwit.control.ScheduleResult;
import godwit.daemon.http.Problem;
import godwit.diagnostic.Diagnostic;
import godwit.publish.Comparison;
import godwit.publish.PublishResult;
import godwit.publish.RollbackResult;
import godwit.publish.SiteUrls;
import godwit.publish.TargetCheck;
import godwit.release.Finding;
import godwit.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What programs are told of how an operation has ended.
///
/// What is wrong with the site is 422: the daemon has done what it was asked, and would say the
/// same to the same request until somebody changes the site. A 500 would have programs try again,
/// and monitors call for who runs the machine, where the author is meant.
final class Endings {
  private final SiteConfig config;
  private final Instant at;
  private final Duration duration;
  private final boolean whole;

  /// @param whole whether with the lists of what has changed and was found
  Endings(SiteConfig config, Instant at, Duration duration, boolean whole) {
    this.config = config;
    this.at = at;
    this.duration = duration;
    this.whole = whole;
  }

  /// @param value what the operation has given; null if it has failed
  /// @param failure why
  Ending of(@Nullable Object value, @Nullable Throwable failure) {
    return switch (value) {
      case PublishResult result -> publish(result);
      case Comparison.Compared compared -> ok("previewed", OperationJson.compared(compared, whole));
      case Comparison.Failed failed -> refused(siteErrors(failed.diagnostics()));
      case Comparison.NoSuchFile none -> refused(noSuchFile(none));
      case TargetCheck check when check.findings().isEmpty() ->
          ok("done", OperationJson.sound(check));
      case TargetCheck check -> refused(notAsPublished(check.findings()));
      case RollbackResult result -> rollback(result);
      case BuildResult.Failed failed -> refused(siteErrors(failed.diagnostics()));
      case ScheduleResult result -> ok("done", OperationJson.schedule(result));
      case null -> failed(failure == null ? new IllegalStateException("no result") : failure);
      default -> ok("done", OperationJson.done());
    };
  }

  private Ending publish(PublishResult result) {
    return switch (result) {
      case PublishResult.Live live ->
          ok("published", OperationJson.published(live, duration, whole));
      case PublishResult.Unchanged same ->
          ok("unchanged", OperationJson.unchanged(same, duration, whole));
      case PublishResult.Previewed preview ->
          ok("previewed", OperationJson.previewed(preview, whole));
      case PublishResult.Refused refused ->
          refused(
              switch (refused.reason()) {
                case SITE -> siteErrors(refused.diagnostics());
                case GATE -> gate(refused.diagnostics());
              });
    };
  }

  private Ending rollback(RollbackResult result) {
    return switch (result) {
      case RollbackResult.Done done ->
          ok("rolled-back", OperationJson.rolledBack(done, SiteUrls.of(config), whole));
      case RollbackResult.LiveAlready live -> ok("unchanged", OperationJson.liveAlready(live));
      case RollbackResult.NotOne none -> refused(notOne(none));
    };
  }

  private Problem siteErrors(List<Diagnostic> diagnostics) {
    Problem problem =
        Problem.of(
            422,
            "site-errors",
            "The site has errors",
            "nothing is published, what was live is live still; correct what the diagnostics say");
    return withDiagnostics(Failures.told(problem, "error", 1), diagnostics);
  }

  private Problem gate(List<Diagnostic> diagnostics) {
    Problem problem =
        Problem.of(
            422,
            "gate",
            "A rule of the gate is broken",
            "nothing is published, what was live is live still; see the diagnostics, and allow the"
                + " rule if this is meant");
    return withDiagnostics(Failures.told(problem, "error", 1), diagnostics);
  }

  private Problem withDiagnostics(Problem problem, List<Diagnostic> diagnostics) {
    return whole
        ? problem.with("diagnostics", new Problem.Json(OperationJson.diagnostics(diagnostics)))
        : problem.with("shortened", new Problem.Json("true"));
  }

  private static Problem noSuchFile(Comparison.NoSuchFile none) {
    return Failures.told(
        Problem.of(
                404,
                "no-such-file",
                "There is no such file",
                "neither what is live nor the site has a file '" + none.name() + "'")
            .with(
                "remedy", "name its path, its URL or its source; GET /v1/diff lists what changes"),
        "error",
        2);
  }

  private Problem notAsPublished(List<Finding> findings) {
    Problem problem =
        Failures.told(
            Problem.of(
                422,
                "not-as-published",
                "Not all is as it was published",
                "%d found; nothing is changed".formatted(findings.size())),
            "error",
            1);
    return whole
        ? problem.with("findings", new Problem.Json(OperationJson.findings(findings)))
        : problem.with("shortened", new Problem.Json("true"));
  }

  private static Problem notOne(RollbackResult.NotOne none) {
    List<String> ids = none.matches().stream().map(Release::id).toList();
    Problem problem =
        ids.isEmpty()
            ? Problem.of(
                422,
                "no-such-release",
                "There is no such release",
                "no release begins with '" + none.prefix() + "'; GET /v1/releases lists them")
            : Problem.of(
                422,
                "ambiguous-release",
                "It is more than one release",
                "'%s' begins more than one; say more of its id".formatted(none.prefix()));
    return Failures.told(problem, "error", 2).with("releases", ids);
  }

  private Ending failed(Throwable failure) {
    Problem problem = Failures.of(failure);
    return ending(Failures.isCancelled(failure) ? "cancelled" : "failed", problem);
  }

  private Ending ok(String outcome, String json) {
    return new Ending(at, outcome, 200, 0, json);
  }

  private Ending refused(Problem problem) {
    return ending("refused", problem);
  }

  private Ending ending(String outcome, Problem problem) {
    return new Ending(at, outcome, problem.status(), Failures.exit(problem), problem.json());
  }
}
