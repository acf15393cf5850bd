package godwit.publish;

import godwit.release.Release;

/// Marks a release that was judged by a time that somebody gave with `--as-of`, and not by the
/// clock. Its record tells it, in the command by which it was made.
public final class GivenTime {
  private static final String OPTION = " --as-of";

  private GivenTime() {}

  /// The command as it is to be recorded. @param command such as `godwit publish`
  public static String recorded(String command) {
    return command + OPTION;
  }

  /// Whether a release was judged by such a time.
  public static boolean isOf(Release release) {
    return release.by().command().endsWith(OPTION);
  }
}
