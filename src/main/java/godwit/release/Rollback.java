package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts an earlier release back, with the same exchange as a publish and without rendering.
final class Rollback {
  private final Layout layout;
  private final FileOperations files;
  private final ReleaseRecords records;
  private final ObjectStore store;
  private final Journal journal;

  /// @param journal of the target, in order
  Rollback(Layout layout, FileOperations files, ReleaseRecords records, Journal journal) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.store = new ObjectStore(layout, files);
    this.journal = journal;
  }

  /// @param wanted the id; what `html.old` holds if empty
  /// @return the changes, and the release that is live then
  RolledBack run(Optional<String> wanted) throws IOException {
    new Ownership(layout, files, journal).check();
    FileStatus live = files.status(layout.live());
    Optional<String> backup = journal.releaseOf(files.status(layout.backup()));
    String id = wanted.or(() -> backup).orElseThrow(this::nothingBefore);
    ReleaseRecord record = records.find(id).orElseThrow(() -> unknown(id));
    Manifest manifest = records.manifest(id);
    Optional<String> liveId = journal.releaseOf(live);
    if (liveId.equals(Optional.of(id))) {
      throw ReleaseException.refused(
          "release " + id + " is live already", "'godwit releases' lists the others");
    }
    Manifest before = liveId.isEmpty() ? Manifest.empty() : records.manifest(liveId.get());
    if (backup.equals(Optional.of(id)) && live.exists() && isWhole(layout.backup(), manifest)) {
      new Swap(layout, files).goBack();
    } else {
      restore(id, manifest, before, live);
    }
    return new RolledBack(
        record.in(Release.State.LIVE),
        layout.backup(),
        new Comparer(before, liveId.isPresent())
            .compare(manifest, Difference.between(before, manifest).files(), Set.of()),
        List.of());
  }

  private ReleaseException nothingBefore() {
    return ReleaseException.refused(
        "there is no release before the live one in " + layout.target(),
        "'godwit releases' lists what can be gone back to");
  }

  private static ReleaseException unknown(String id) {
    return ReleaseException.refused(
        "there is no release " + id, "'godwit releases' lists what can be gone back to");
  }

  private boolean isWhole(Path tree, Manifest manifest) throws IOException {
    boolean[] differs = new boolean[1];
    new Inspection(files).run(tree, manifest, Inspection.Depth.STATUS, (_, _) -> differs[0] = true);
    return !differs[0];
  }

  private void restore(String id, Manifest manifest, Manifest before, FileStatus live)
      throws IOException {
    Staging staging = new Staging(layout, files, records, journal);
    Map<ContentHash, List<Path>> there = served();
    staging.prepare(Optional.empty());
    for (ManifestEntry entry : staging.content().files().values()) {
      there
          .computeIfAbsent(entry.hash(), _ -> new ArrayList<>())
          .add(layout.staging().resolve(entry.path()));
    }
    for (ManifestEntry entry : manifest.files().values()) {
      if (!there.containsKey(entry.hash()) && store.find(entry.hash()).isEmpty()) {
        throw lost(id, entry);
      }
    }
    staging.become(manifest, before, (entry, file) -> put(id, entry, file, there));
    staging.swap(id, live);
  }

  /// Where the trees have which content, as their manifests say.
  private Map<ContentHash, List<Path>> served() throws IOException {
    Map<ContentHash, List<Path>> served = new HashMap<>();
    for (Path tree : List.of(layout.live(), layout.backup())) {
      Optional<String> release = journal.releaseOf(files.status(tree));
      if (release.isPresent()) {
        try {
          for (ManifestEntry entry : records.manifest(release.get()).files().values()) {
            served
                .computeIfAbsent(entry.hash(), _ -> new ArrayList<>())
                .add(tree.resolve(entry.path()));
          }
        } catch (DamagedException e) {
          // What is there cannot be told; the other places may be enough.
        }
      }
    }
    return served;
  }

  private void put(String id, ManifestEntry entry, Path file, Map<ContentHash, List<Path>> served)
      throws IOException {
    List<Path> sources = new ArrayList<>();
    store.find(entry.hash()).ifPresent(sources::add);
    sources.addAll(served.getOrDefault(entry.hash(), List.of()));
    for (Path source : sources) {
      if (files.status(source).isFile()) {
        files.copyFile(source, file);
        if (files.hash(file).equals(entry.hash())) {
          files.setModified(file, entry.modified());
          return;
        }
        files.delete(file);
      }
    }
    throw lost(id, entry);
  }

  private static ReleaseException lost(String id, ManifestEntry entry) {
    return new ReleaseException(
        ReleaseException.Kind.FAILED,
        "release %s cannot be put back: what it has at '%s' is lost".formatted(id, entry.path()),
        "'godwit fsck' shows what else is lost; 'godwit releases' lists the other releases",
        null);
  }
}
