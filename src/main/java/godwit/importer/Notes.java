package godwit.importer;

import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.Severity;
import godwit.diagnostic.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what there is to tell of an import.
final class Notes {
  private final Diagnostics diagnostics = new Diagnostics();

  /// A value that Pelican cannot use either, or that cannot be taken over as it is.
  void wrong(SourcePosition position, String message, @Nullable String hint) {
    diagnostics.error(
        position,
        "import-value",
        message,
        hint == null ? "correct it there, and import again" : hint);
  }

  /// A regular expression that Java does not take.
  void expression(SourcePosition position, String message, @Nullable String hint) {
    diagnostics.error(position, "import-expression", message, hint);
  }

  /// A date code that does not exist.
  void dateCode(SourcePosition position, String message) {
    diagnostics.error(
        position,
        "import-date-code",
        message,
        "common codes are %Y, %m, %d, %b and %B; a percent sign is %%");
  }

  /// A locale that does not exist.
  void locale(SourcePosition position, String message) {
    diagnostics.error(
        position, "import-locale", message, "a locale is like fr_FR.UTF-8; 'locale -a' lists some");
  }

  /// A value that only running the program could tell.
  void unread(SourcePosition position, String message, String hint) {
    diagnostics.warning(position, "import-unread", message, hint);
  }

  /// What has no counterpart.
  void setting(SourcePosition position, String message, @Nullable String hint) {
    diagnostics.warning(position, "import-setting", message, hint);
  }

  /// A plugin, or an extension of Markdown, that has no counterpart.
  void plugin(SourcePosition position, String message, String hint) {
    diagnostics.warning(position, "import-plugin", message, hint);
  }

  /// Content that Godwit does not read.
  void content(SourcePosition position, String message, String hint) {
    diagnostics.warning(position, "import-content", message, hint);
  }

  /// What Godwit does without.
  void unneeded(SourcePosition position, String message, String hint) {
    diagnostics.add(new Diagnostic(Severity.NOTICE, "import-unneeded", position, message, hint));
  }

  void addAll(List<Diagnostic> others) {
    diagnostics.addAll(others);
  }

  boolean hasErrors() {
    return diagnostics.hasErrors();
  }

  List<Diagnostic> sorted() {
    return diagnostics.sorted();
  }
}
