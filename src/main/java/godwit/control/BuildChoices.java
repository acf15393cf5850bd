package godwit.control;

import java.time.Instant;
import java.util.Optional;

/// How a build is to be made, as far as the one who asks for it has a say.
///
/// @param asOf the instant by which dates are judged; empty for the present
/// @param threads how many work at the same time; empty for one for each processor
public record BuildChoices(Optional<Instant> asOf, Optional<Integer> threads) {
  /// What holds where nothing is asked for.
  public static BuildChoices usual() {
    return new BuildChoices(Optional.empty(), Optional.empty());
  }
}
