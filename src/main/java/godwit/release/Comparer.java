package godwit.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Finds out how a release differs from the one that is live.
final class Comparer {
  private final Manifest before;
  private final boolean known;

  /// @param known whether there is a live release that Godwit made
  Comparer(Manifest before, boolean known) {
    this.before = before;
    this.known = known;
  }

  /// @param differing where the two may differ
  /// @param written the paths whose bytes are not those that are served, whatever the manifest says
  Changes compare(Manifest after, SortedSet<String> differing, Set<String> written) {
    List<Change> changes = new ArrayList<>();
    for (String path : differing) {
      ManifestEntry old = before.files().get(path);
      ManifestEntry entry = after.files().get(path);
      if (entry == null) {
        if (old != null) {
          changes.add(new Change(Change.Type.REMOVED, old.file(), old.size(), true));
        }
      } else if (old == null) {
        changes.add(new Change(Change.Type.ADDED, entry.file(), entry.size(), true));
      } else if (!old.hasBytesOf(entry) || written.contains(path)) {
        boolean content = old.main() != entry.main() || entry.main() == 0;
        changes.add(new Change(Change.Type.CHANGED, entry.file(), entry.size(), content));
      }
    }
    return new Changes(
        known ? Optional.of(before.release()) : Optional.empty(),
        changes,
        before.totals().pages(),
        after.totals().pages());
  }
}
