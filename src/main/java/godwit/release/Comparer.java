package godwit.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out how a release differs from the one that is live.
final class Comparer {
  private final Manifest before;
  private final boolean known;

  /// @param known whether there is a live release that Godwit made
  Comparer(Manifest before, boolean known) {
    this.before = before;
    this.known = known;
  }

  /// @param written the paths whose bytes are not those that are served, whatever the manifest says
  Changes compare(Manifest after, Set<String> written) {
    List<Change> changes = new ArrayList<>();
    for (ManifestEntry entry : after.files().values()) {
      ManifestEntry old = before.files().get(entry.path());
      if (old == null) {
        changes.add(new Change(Change.Type.ADDED, entry.file(), entry.size(), true));
      } else if (!old.hasBytesOf(entry) || written.contains(entry.path())) {
        boolean content = old.main() != entry.main() || entry.main() == 0;
        changes.add(new Change(Change.Type.CHANGED, entry.file(), entry.size(), content));
      }
    }
    for (ManifestEntry old : before.files().values()) {
      if (!after.files().containsKey(old.path())) {
        changes.add(new Change(Change.Type.REMOVED, old.file(), old.size(), true));
      }
    }
    changes.sort((one, other) -> one.file().path().compareTo(other.file().path()));
    return new Changes(
        known ? Optional.of(before.release()) : Optional.empty(),
        changes,
        before.pages(),
        after.pages());
  }
}
