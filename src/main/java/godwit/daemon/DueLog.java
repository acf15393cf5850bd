package godwit.daemon;

import godwit.control.CancelledException;
import godwit.daemon.socket.Peer;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import godwit.publish.PublishResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what has become of the publishes that nobody has asked for: there is nobody else who
/// reads why one did not work.
final class DueLog {
  private static final Logger LOG = LoggerFactory.getLogger(DueLog.class);

  /// So many of the mistakes of a site are told.
  private static final int MOST_TOLD = 5;

  private final Audit audit;
  private volatile List<String> reasons = List.of();

  DueLog(Audit audit) {
    this.audit = audit;
  }

  /// Why what is due is not live, for who asks how things stand; empty if nothing is wrong.
  Optional<String> warning() {
    return reasons.stream()
        .findFirst()
        .map(reason -> reason + "; it is tried again every minute, and the log says more");
  }

  /// A publish has ended, whoever has asked for it.
  void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    if (value instanceof PublishResult.Live || value instanceof PublishResult.Unchanged) {
      reasons = List.of();
    } else if (operation.command().equals(Daemon.DUE)) {
      tell(reasons(value, failure));
    }
  }

  /// Nothing was published, as the settings are wrong.
  void refused(List<Diagnostic> diagnostics) {
    tell(told(errors(diagnostics)));
  }

  private void tell(List<String> found) {
    if (!found.equals(reasons)) { // the same each minute would fill the log
      found.forEach(LOG::error);
    }
    reasons = found;
  }

  /// The line that every command has.
  ///
  /// @param release the one that is live now
  void audit(Operation<?> operation, int exitCode, Optional<String> release) {
    if (operation.command().equals(Daemon.DUE)) {
      audit.write(
          new AuditEntry(
              Peer.self(),
              "publish",
              List.of(),
              Audit.result(exitCode),
              exitCode,
              release,
              operation.duration()));
    }
  }

  private static List<String> reasons(@Nullable Object value, @Nullable Throwable failure) {
    if (value instanceof PublishResult.Refused refused) {
      return told(errors(refused.diagnostics()));
    }
    return failure == null || failure instanceof CancelledException
        ? List.of()
        : told(List.of(String.valueOf(failure.getMessage())));
  }

  private static List<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(DueLog::line)
        .toList();
  }

  private static List<String> told(List<String> found) {
    List<String> told =
        new ArrayList<>(
            found.stream()
                .limit(MOST_TOLD)
                .map(reason -> "what is due is not published: " + reason)
                .toList());
    if (found.size() > MOST_TOLD) {
      told.add("what is due is not published: %d errors more".formatted(found.size() - MOST_TOLD));
    }
    return List.copyOf(told);
  }

  /// What was found, without the hint.
  static String line(Diagnostic diagnostic) {
    return diagnostic.toString().lines().findFirst().orElseThrow();
  }
}
