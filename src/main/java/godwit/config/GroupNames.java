package godwit.config;

import java.util.regex.Pattern;

/// The names of groups in regular expressions, which Python lets have underscores and Java does
/// not.
public final class GroupNames {
  private static final Pattern GROUP = Pattern.compile("\\(\\?P?<([A-Za-z_]\\w*)>");
  private static final Pattern REFERENCE =
      Pattern.compile("\\(\\?P=([A-Za-z_]\\w*)\\)|\\\\k<([A-Za-z_]\\w*)>");

  /// What stands for an underscore; no field of a header has such letters in its name.
  private static final String UNDERSCORE = "Z5F";

  private GroupNames() {}

  /// The expression with groups and references to them as Java writes them, and with names that it
  /// takes.
  public static String toJava(String expression) {
    String groups =
        GROUP.matcher(expression).replaceAll(match -> "(?<" + encoded(match.group(1)) + ">");
    return REFERENCE
        .matcher(groups)
        .replaceAll(
            match ->
                "\\\\k<" + encoded(match.group(1) == null ? match.group(2) : match.group(1)) + ">");
  }

  /// The name that was written, by the one that [#toJava] has made of it.
  public static String written(String group) {
    return group.replace(UNDERSCORE, "_");
  }

  private static String encoded(String name) {
    return name.replace("_", UNDERSCORE);
  }
}
