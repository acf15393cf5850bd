package godwit.importer;

import java.nio.file.FileSystems;
import java.util.regex.PatternSyntaxException;

/// Patterns of file names, as Python's `fnmatch` has them.
final class Glob {
  private Glob() {}

  /// The same pattern for Java, in which braces and backslashes have a meaning.
  static String of(String pattern) {
    return pattern.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}");
  }

  /// Whether Java takes it: it may have a bracket that is not closed, which Python takes as it is.
  static boolean isRight(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + of(pattern)) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
