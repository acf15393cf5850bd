package godwit.content.highlight;

import java.util.regex.Pattern;

/// What the token makers do not know, put in terms that they do: only for them to read, and as long
/// as it was, so that their answer fits the code.
final class Disguise {
  // Each begins with the character that is replaced, and looks around it only then: that is fast.
  private static final Pattern CSHARP_INTERPOLATED = Pattern.compile("\\$(?=@?\")");
  private static final Pattern FREEMARKER_TAG = Pattern.compile("[#@](?<=</?[#@])(?=[A-Za-z])");
  private static final Pattern JAVASCRIPT_PRIVATE = Pattern.compile("#(?=[A-Za-z_$])");
  private static final Pattern JAVASCRIPT_BIG_INTEGER = Pattern.compile("n(?<=[0-9]n)\\b");
  private static final Pattern PHP_NAMESPACE = Pattern.compile("\\\\(?=[A-Z])");
  private static final Pattern RUST_LIFETIME = Pattern.compile("'(?=[A-Za-z_]\\w*+(?!'))");

  private Disguise() {}

  /// The code as the token maker of its language is to read it.
  static String of(Language language, String code) {
    return switch (language) {
      case CSHARP -> CSHARP_INTERPOLATED.matcher(code).replaceAll("_");
      case JAVASCRIPT, TYPESCRIPT -> {
        String named = JAVASCRIPT_PRIVATE.matcher(code).replaceAll("_");
        yield JAVASCRIPT_BIG_INTEGER.matcher(named).replaceAll("0");
      }
      case PHP -> PHP_NAMESPACE.matcher(code).replaceAll("_");
      case RUST -> RUST_LIFETIME.matcher(code).replaceAll("_");
      default -> code;
    };
  }

  /// A FreeMarker template as HTML.
  static String freeMarker(String code) {
    return FREEMARKER_TAG.matcher(code.replace("<#--", "<!--")).replaceAll("x");
  }
}
