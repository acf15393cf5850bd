package godwit.release;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What tells one directory from all others of its file system, whatever it is renamed to.
///
/// The inode alone does not: it is given to the next directory as soon as this one is deleted. The
/// device number is left out, since it may change when the machine restarts.
///
/// @param born when the directory was made; the last change of its list of names where the file
///   system does not keep that
record TreeIdentity(long inode, Instant born) {
  /// Reads what [#toString] wrote.
  ///
  /// @return empty if it is anything else
  static Optional<TreeIdentity> parse(String text) {
    int space = text.indexOf(' ');
    try {
      return Optional.of(
          new TreeIdentity(
              Long.parseLong(text.substring(0, Math.max(space, 0))),
              Instant.parse(text.substring(space + 1))));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return inode + " " + born;
  }
}
