package godwit.cli;

/// What the command tells the shell.
final class ExitCode {
  static final int DONE = 0;

  /// The site has errors.
  static final int SITE_ERRORS = 1;

  /// The command line or `godwit.toml` is wrong.
  static final int USAGE = 2;

  /// No daemon can be reached, or it broke off.
  static final int UNREACHABLE = 3;

  /// A file, the target or the socket is not permitted.
  static final int NOT_PERMITTED = 4;

  /// Another publisher is at work.
  static final int BUSY = 5;

  /// Somebody called it off, or it took too long.
  static final int CANCELLED = 6;

  /// The swap, or what it needs, failed; the old site is intact.
  static final int FAILED = 7;

  /// A bug in Godwit.
  static final int BUG = 70;

  private ExitCode() {}
}
