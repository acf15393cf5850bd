package godwit.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a site has to keep to before it goes live, besides having no errors. Each rule can be
/// allowed to be broken, once.
public enum GateRule {
  /// No link within the site leads nowhere. The build looks after it, see [BrokenLinks].
  BROKEN_LINK("broken-link"),
  /// There is a front page.
  NO_INDEX("no-index"),
  /// No file is one that nobody means to publish.
  SECRET("secret"),
  /// A page that was live is still there, or an alias is in its place.
  REMOVED_PAGE("removed-page"),
  /// The number of pages has not fallen too far.
  MAX_REMOVED("max-removed"),
  /// What is live is an earlier release of the same site.
  OTHER_SITE("other-site");

  private final String code;

  GateRule(String code) {
    this.code = code;
  }

  /// The code of its diagnostics, and its name for `--allow`.
  public String code() {
    return code;
  }

  /// How a hint says what lets a site pass that breaks the rule.
  String flag() {
    return "to publish all the same, once: --allow " + code;
  }

  /// The rule of that code.
  public static Optional<GateRule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
  }

  /// The codes of all rules.
  public static List<String> codes() {
    return Arrays.stream(values()).map(GateRule::code).toList();
  }
}
