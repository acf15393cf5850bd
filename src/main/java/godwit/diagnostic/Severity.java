package godwit.diagnostic;

import java.util.Locale;

/// How much a diagnostic weighs. Declared from the gravest to the lightest.
public enum Severity {
  /// The site cannot be published like this.
  ERROR,
  /// Probably a mistake; the site is published all the same.
  WARNING,
  /// Worth knowing, and not a mistake.
  NOTICE;

  /// The word that is printed, such as `error`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
