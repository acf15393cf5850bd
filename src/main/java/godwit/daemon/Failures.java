package godwit.daemon;

import godwit.control.BusyException;
import godwit.control.CancelledException;
import godwit.control.OperationJson;
import godwit.daemon.http.Problem;
import godwit.diagnostic.Diagnostic;
import godwit.release.ReleaseException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is answered to what was thrown. Each problem has the member `exit`: what the same command
/// tells the shell.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String EXIT = "exit";

  private Failures() {}

  static boolean isCancelled(Throwable failure) {
    return failure instanceof CancelledException;
  }

  /// What a problem's command tells the shell.
  static int exit(Problem problem) {
    return problem.more().get(EXIT) instanceof Number exit ? exit.intValue() : 70;
  }

  /// The same problem with what every failed command tells.
  ///
  /// @param result `error` or `cancelled`
  static Problem told(Problem problem, String result, int exit) {
    return problem.with("result", result).with(EXIT, exit);
  }

  /// A bug is logged.
  static Problem of(Throwable failure) {
    return switch (failure) {
      case ReleaseException target -> ofTarget(target);
      case CancelledException cancelled ->
          told(
              Problem.of(409, "cancelled", "It was called off", cancelled.getMessage() + ""),
              "cancelled",
              6);
      case BusyException busy ->
          told(Problem.of(503, "busy", "The daemon is busy", busy.getMessage() + ""), "error", 5)
              .with("remedy", busy.remedy());
      case AccessDeniedException denied ->
          told(
              Problem.of(
                  500,
                  "not-permitted",
                  "The daemon is not permitted",
                  "no permission for " + denied.getFile()),
              "error",
              4);
      case IOException environment ->
          told(
              Problem.of(500, "environment", "The system did not do it", words(environment)),
              "error",
              7);
      default -> {
        LOG.error("a bug in Godwit, met by a command", failure);
        yield told(
            Problem.of(
                500,
                "bug",
                "This is a bug in Godwit",
                "the daemon's log says more; please report it with what stands there"),
            "error",
            70);
      }
    };
  }

  /// The settings are wrong.
  static Problem configErrors(List<Diagnostic> diagnostics) {
    return told(
            Problem.of(
                422,
                "config-errors",
                "The configuration has errors",
                "the settings from before hold; correct what the diagnostics say"),
            "error",
            2)
        .with("diagnostics", new Problem.Json(OperationJson.diagnostics(diagnostics)));
  }

  /// The daemon takes nothing more.
  static Problem stopping(CancelledException failure) {
    return told(
        Problem.of(503, "stopping", "The daemon is stopping", failure.getMessage() + ""),
        "error",
        6);
  }

  private static Problem ofTarget(ReleaseException failure) {
    Problem problem =
        switch (failure.kind()) {
          case BUSY ->
              told(
                  Problem.of(
                      503, "target-busy", "Another publisher is at work", failure.getMessage()),
                  "error",
                  5);
          case NOT_PERMITTED ->
              told(
                  Problem.of(
                      500, "not-permitted", "The daemon is not permitted", failure.getMessage()),
                  "error",
                  4);
          case REFUSED ->
              told(
                  Problem.of(
                      500, "target-refused", "The target is in the way", failure.getMessage()),
                  "error",
                  7);
          case FAILED ->
              told(
                  Problem.of(
                      500, "target-failed", "The target did not do it", failure.getMessage()),
                  "error",
                  7);
        };
    return failure.remedy().map(remedy -> problem.with("remedy", remedy)).orElse(problem);
  }

  private static String words(IOException failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("no reason is given");
    return failure instanceof FileSystemException || failure.getClass() != IOException.class
        ? failure.getClass().getSimpleName() + ": " + message
        : message;
  }
}
