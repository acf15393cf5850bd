package godwit.control;

import godwit.publish.GateRule;
import java.util.Set;

/// What a publish is asked to do.
///
/// @param allowed the rules of the gate that may be broken this time
/// @param dryRun whether to stop before the exchange
public record PublishOrder(BuildChoices building, Set<GateRule> allowed, boolean dryRun) {
  public PublishOrder {
    allowed = Set.copyOf(allowed);
  }
}
