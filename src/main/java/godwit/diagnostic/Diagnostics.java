package godwit.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the diagnostics of one build. Threads may add to one collector at the same time.
public final class Diagnostics {
  private final List<Diagnostic> collected = new ArrayList<>();

  public synchronized void add(Diagnostic diagnostic) {
    collected.add(diagnostic);
  }

  public synchronized void addAll(Collection<Diagnostic> diagnostics) {
    collected.addAll(diagnostics);
  }

  /// Adds an error. @param hint what to do about it, or null
  public void error(SourcePosition position, String code, String message, @Nullable String hint) {
    add(new Diagnostic(Severity.ERROR, code, position, message, hint));
  }

  /// Adds a warning. @param hint what to do about it, or null
  public void warning(SourcePosition position, String code, String message, @Nullable String hint) {
    add(new Diagnostic(Severity.WARNING, code, position, message, hint));
  }

  public synchronized boolean hasErrors() {
    return collected.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /// What was collected so far, in the order of [Diagnostic#compareTo], each only once.
  public synchronized List<Diagnostic> sorted() {
    return collected.stream().distinct().sorted().toList();
  }
}
