package godwit.release;

import java.nio.file.Path;

/// The names under a target.
///
/// @param target the directory above the served one, symbolic links resolved
record Layout(Path target) {
  /// What the web server serves.
  Path live() {
    return target.resolve("html");
  }

  /// What was served before.
  Path backup() {
    return target.resolve("html.old");
  }

  /// Godwit's own directory; all below it is Godwit's to change and delete, except for a displaced
  /// tree that stands at [#staging] between the two exchanges.
  Path own() {
    return target.resolve(".godwit");
  }

  Path lock() {
    return own().resolve("lock");
  }

  /// Where a release is staged, and where the oldest one is left by the swap.
  Path staging() {
    return own().resolve("staging");
  }

  /// An empty directory, exchanged once to see that the file system can.
  Path probe() {
    return own().resolve("probe");
  }

  /// One record for each release whose tree is still there.
  Path releases() {
    return own().resolve("releases");
  }
}
