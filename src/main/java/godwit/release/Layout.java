package godwit.release;

import java.nio.file.Path;
import java.util.List;

/// The names under a target.
///
/// @param target the directory above the served one, symbolic links resolved
record Layout(Path target) {
  /// The mode of directories that only Godwit enters.
  static final int PRIVATE = 0700;

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

  /// Where a release is staged. A swap leaves the oldest tree there, and the next release is made
  /// from it by differences.
  Path staging() {
    return own().resolve("staging");
  }

  /// The names of trees that others look at.
  List<Path> served() {
    return List.of(live(), backup());
  }

  /// The names of all trees, in the order in which an exchange changes them.
  List<Path> trees() {
    return List.of(live(), backup(), staging());
  }

  /// The tree that an exchange by plain renames has no other name for, or a link to the one that an
  /// exchange of links has none for.
  Path aside() {
    return own().resolve("aside");
  }

  /// A link that is about to replace another one.
  Path link() {
    return own().resolve("link");
  }

  /// The notes of which directories in the target are slots, see [Slots].
  Path slots() {
    return own().resolve("slots");
  }

  /// An empty directory, exchanged once to see that the file system can.
  Path probe() {
    return own().resolve("probe");
  }

  /// A record of each release that is kept.
  Path releases() {
    return own().resolve("releases");
  }

  /// The manifest of each release that is kept.
  Path manifests() {
    return own().resolve("manifests");
  }

  /// The bytes that kept releases have and no tree has any more.
  Path objects() {
    return own().resolve("objects");
  }

  /// Files that are new or differ, until they are moved into the staging tree.
  Path incoming() {
    return own().resolve("incoming");
  }

  /// What was found in a tree and is not Godwit's, by the release it was found in.
  Path kept() {
    return own().resolve("kept");
  }

  Path journal() {
    return own().resolve("journal");
  }

  /// A copy of what only an unknown tree has, until it is moved into the store.
  Path rescued() {
    return own().resolve("rescued");
  }

  /// The journal that is about to replace it.
  Path nextJournal() {
    return own().resolve("journal.new");
  }
}
