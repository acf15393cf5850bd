package godwit.publish;

import godwit.build.Build;
import godwit.diagnostic.Diagnostic;
import godwit.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rule of the gate that a build looks after, since it knows where each link stands.
final class BrokenLinks {
  /// What `links.check` sets the level of.
  private static final Set<String> CODES =
      Set.of("broken-link", "broken-anchor", "unknown-related");

  private BrokenLinks() {}

  /// The build that is as strict as the rules that may not be broken.
  static Build judged(Build build, Set<GateRule> allowed) {
    return allowed.contains(GateRule.BROKEN_LINK) ? build.allowingBrokenLinks() : build;
  }

  /// Names the flag that lets the site pass, at the last error, if links are all that is wrong.
  ///
  /// @param found in a build that has failed, sorted
  static List<Diagnostic> withFlag(List<Diagnostic> found) {
    int last = -1;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).severity() == Severity.ERROR) {
        if (!CODES.contains(found.get(i).code())) {
          return found;
        }
        last = i;
      }
    }
    if (last < 0) {
      return found;
    }
    List<Diagnostic> told = new ArrayList<>(found);
    told.set(last, withFlag(found.get(last)));
    return told;
  }

  private static Diagnostic withFlag(Diagnostic error) {
    String hint = error.hint();
    String flag = GateRule.BROKEN_LINK.flag();
    return new Diagnostic(
        error.severity(),
        error.code(),
        error.position(),
        error.message(),
        hint == null ? flag : hint + "; " + flag);
  }
}
