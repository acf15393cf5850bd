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
final class OwnPublishLog {
  private static final Logger LOG = LoggerFactory.getLogger(OwnPublishLog.class);

  /// So many of the mistakes of a site are told.
  private static final int MOST_TOLD = 5;

  private final Audit audit;
  private volatile Failed failed = new Failed(OwnPublish.DUE, List.of());

  /// What went wrong at the last try; nothing if it worked.
  private record Failed(OwnPublish publish, List<String> reasons) {}

  OwnPublishLog(Audit audit) {
    this.audit = audit;
  }

  /// Why what is to be live is not, for who asks how things stand; empty if nothing is wrong.
  Optional<String> warning() {
    Failed last = failed;
    return last.reasons().stream()
        .findFirst()
        .map(reason -> "%s; %s, and the log says more".formatted(reason, last.publish().next()));
  }

  /// A publish has ended, whoever has asked for it.
  void ended(Operation<?> operation, @Nullable Object value, @Nullable Throwable failure) {
    if (value instanceof PublishResult.Live || value instanceof PublishResult.Unchanged) {
      failed = new Failed(failed.publish(), List.of());
    } else {
      OwnPublish.of(operation).ifPresent(own -> tell(own, reasons(value, failure)));
    }
  }

  /// Nothing was published, as the settings are wrong.
  void refused(OwnPublish publish, List<Diagnostic> diagnostics) {
    tell(publish, errors(diagnostics));
  }

  private void tell(OwnPublish publish, List<String> found) {
    Failed now = new Failed(publish, told(publish, found));
    if (!now.equals(failed)) { // the same each minute would fill the log
      now.reasons().forEach(LOG::error);
    }
    failed = now;
  }

  /// The line that every command has.
  ///
  /// @param release the one that is live now
  void audit(Operation<?> operation, int exitCode, Optional<String> release) {
    if (OwnPublish.of(operation).isPresent()) {
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
      return errors(refused.diagnostics());
    }
    return failure == null || failure instanceof CancelledException
        ? List.of()
        : List.of(String.valueOf(failure.getMessage()));
  }

  private static List<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(OwnPublishLog::line)
        .toList();
  }

  private static List<String> told(OwnPublish publish, List<String> found) {
    List<String> told = new ArrayList<>();
    found.stream().limit(MOST_TOLD).forEach(reason -> told.add(publish.failure() + ": " + reason));
    if (found.size() > MOST_TOLD) {
      told.add("%s: %d errors more".formatted(publish.failure(), found.size() - MOST_TOLD));
    }
    return List.copyOf(told);
  }

  /// What was found, without the hint.
  static String line(Diagnostic diagnostic) {
    return diagnostic.toString().lines().findFirst().orElseThrow();
  }
}
