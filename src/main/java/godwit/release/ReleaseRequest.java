package godwit.release;

import java.time.Duration;
import java.time.Instant;

/// What is to be published, as far as the target has to know.
///
/// @param holder who publishes; the release is named for the time it began
/// @param site tells the site from others that are published to the same target by mistake: its
///   URL, or its title if it has none
/// @param asOf the instant by which the content is judged
/// @param keep how many releases to keep, the live one included, at least 3
/// @param carry how long assets that a release before referred to are kept in the new ones
public record ReleaseRequest(Holder holder, String site, Instant asOf, int keep, Duration carry) {
  public ReleaseRequest {
    if (keep < 3) {
      throw new IllegalArgumentException("keep " + keep);
    }
  }
}
