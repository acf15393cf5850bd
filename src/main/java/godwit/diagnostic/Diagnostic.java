package godwit.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that an author should know about a source file.
///
/// @param code a stable word for this kind of diagnostic, such as `broken-link`
/// @param message one sentence without a full stop, naming what was found
/// @param hint what to do about it, or null where the message says it all
public record Diagnostic(
    Severity severity, String code, SourcePosition position, String message, @Nullable String hint)
    implements Comparable<Diagnostic> {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::position)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    Objects.requireNonNull(severity);
    if (code.isBlank() || message.isBlank()) {
      throw new IllegalArgumentException("a diagnostic needs a code and a message");
    }
  }

  /// The order in which diagnostics are shown: by file, line and column.
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /// As it is printed: `content/a.md:12:5: error[broken-link]: no file …`, and the hint on a line
  /// of its own.
  @Override
  public String toString() {
    String line = position + ": " + severity.label() + "[" + code + "]: " + message;
    return hint == null
        ? Printable.of(line)
        : Printable.of(line) + "\n  hint: " + Printable.of(hint);
  }
}
