package godwit.release;

/// What a look at the target has found to be other than Godwit left it.
///
/// @param place the file, as a path below the target: `html/a.html`
/// @param release the id of the release it belongs to
public record Finding(Problem problem, String place, String release) {
  /// What is wrong with a file.
  public enum Problem {
    /// A file of a served tree has other bytes, another mode or another time.
    CHANGED,
    /// A file that the release has is not there.
    MISSING,
    /// Something is there that the release does not have.
    UNKNOWN,
    /// A stored file or a manifest has other bytes than it was stored with.
    DAMAGED,
    /// A file of a stored release is nowhere any more.
    LOST,
    /// The user who publishes may not change it, for its owner or mode.
    NOT_PERMITTED,
    /// A tree is there, and no record of it.
    NO_RECORD
  }
}
