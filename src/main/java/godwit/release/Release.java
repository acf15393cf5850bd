package godwit.release;

import java.time.Instant;

/// A release that a target has, in the served tree, in one of those before or in the store.
///
/// @param id from the time it was made: `20260102T030405.678Z`
/// @param site which site it is of, see [ReleaseRequest]
/// @param asOf the instant by which its content was judged
/// @param by who made it, and how
/// @param pages how many articles and pages it has
/// @param files how many files, those that have a second name counted once
/// @param bytes what they hold together
public record Release(
    String id,
    String site,
    Instant asOf,
    Holder by,
    long pages,
    long files,
    long bytes,
    State state) {
  /// Where a release is.
  public enum State {
    /// It is `html`.
    LIVE,
    /// It is `html.old`.
    BACKUP,
    /// What it has that those do not is in the store.
    STORED
  }
}
