package godwit.release;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where two releases may differ: what is at any other path is the same in both.
///
/// @param files paths of files
/// @param directories paths of directories, for their times too
record Difference(SortedSet<String> files, SortedSet<String> directories) {
  static Difference between(Manifest one, Manifest other) {
    return new Difference(
        PathMap.differing(one.files(), other.files(), ManifestEntry::isSameFile),
        PathMap.differing(one.directories(), other.directories(), Instant::equals));
  }

  /// Where the first of two releases may differ from a third one.
  ///
  /// @param next where the second one may differ from the third
  Difference and(Difference next) {
    SortedSet<String> allFiles = new TreeSet<>(files);
    allFiles.addAll(next.files);
    SortedSet<String> allDirectories = new TreeSet<>(directories);
    allDirectories.addAll(next.directories);
    return new Difference(allFiles, allDirectories);
  }
}
