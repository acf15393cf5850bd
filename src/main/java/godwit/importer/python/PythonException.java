package godwit.importer.python;

import godwit.diagnostic.Diagnostic;

/// A file cannot be read as Python; nothing of it is used.
public final class PythonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  PythonException(Diagnostic diagnostic) {
    super(diagnostic.toString());
    this.diagnostic = diagnostic;
  }

  /// What is wrong, and where.
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
