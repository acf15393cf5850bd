package godwit.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Collects what a release has, beside what the live one has at the same path. So what differs is
/// known when the last file is written, without comparing the releases then.
///
/// [#add] and [#live] may be called from several threads at once.
final class ManifestBuilder {
  private final Manifest live;
  private final AtomicReferenceArray<@Nullable ManifestEntry> inPlace;
  private final Map<String, ManifestEntry> added = new ConcurrentHashMap<>();

  ManifestBuilder(Manifest live) {
    this.live = live;
    this.inPlace = new AtomicReferenceArray<>(live.files().size());
  }

  /// What the live release has at a path.
  @Nullable ManifestEntry live(String path) {
    return live.files().get(path);
  }

  /// @throws IllegalStateException if there is an entry at its path already
  void add(ManifestEntry entry) {
    int index = live.files().indexOf(entry.path());
    ManifestEntry earlier =
        index >= 0
            ? inPlace.compareAndExchange(index, null, entry)
            : added.putIfAbsent(entry.path(), entry);
    if (earlier != null) {
      throw new IllegalStateException("'" + entry.path() + "' is written twice");
    }
  }

  boolean contains(String path) {
    int index = live.files().indexOf(path);
    return index >= 0 ? inPlace.get(index) != null : added.containsKey(path);
  }

  /// What the live release has and nothing has been added in the place of.
  List<ManifestEntry> missing() {
    List<ManifestEntry> missing = new ArrayList<>();
    for (int i = 0; i < inPlace.length(); i++) {
      if (inPlace.get(i) == null) {
        missing.add(live.files().valueAt(i));
      }
    }
    return missing;
  }

  /// What differs from the live release; empty where it has something that this one has not.
  SortedMap<String, Optional<ManifestEntry>> changes() {
    SortedMap<String, Optional<ManifestEntry>> changes = new TreeMap<>();
    for (int i = 0; i < inPlace.length(); i++) {
      ManifestEntry entry = inPlace.get(i);
      if (!live.files().valueAt(i).equals(entry)) {
        changes.put(live.files().pathAt(i), Optional.ofNullable(entry));
      }
    }
    added.forEach((path, entry) -> changes.put(path, Optional.of(entry)));
    return changes;
  }

  /// @param now the time of directories where names come or go
  Manifest.Successor build(String release, Instant now) {
    return live.next(release, changes(), now);
  }
}
