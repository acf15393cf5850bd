package godwit.publish;

import godwit.release.Holder;
import java.util.EnumSet;
import java.util.Set;

/// What a publish is asked to do.
///
/// @param holder who asks, for others to be told meanwhile and for the record
/// @param allowed the rules of the gate that may be broken this time; what they find is a warning
/// @param dryRun whether to stop before the exchange
public record PublishRequest(Holder holder, Set<GateRule> allowed, boolean dryRun) {
  public PublishRequest {
    allowed = Set.copyOf(allowed);
  }

  /// A publish that has to keep to every rule.
  public static PublishRequest by(Holder holder) {
    return new PublishRequest(holder, Set.of(), false);
  }

  /// The same with every rule allowed to be broken.
  public PublishRequest forced() {
    return new PublishRequest(holder, EnumSet.allOf(GateRule.class), dryRun);
  }
}
