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
  private final TargetFiles files;
  private final ReleaseRecords records;
  private final ObjectStore store;
  private final Recovery recovery;
  private final Journal journal;

  /// @param journal of the target, settled by the recovery
  Rollback(
      Layout layout,
      TargetFiles files,
      ReleaseRecords records,
      Recovery recovery,
      Journal journal) {
    this.layout = layout;
    this.files = files;
    this.records = records;
    this.store = new ObjectStore(layout, files);
    this.recovery = recovery;
    this.journal = journal;
  }

  /// @param wanted the id; what `html.old` holds if empty
  /// @return the changes, and the release that is live then
  /// @param sites the names that the site goes by, see [ReleaseRequest]
  RolledBack run(Optional<String> wanted, Set<String> sites) throws IOException {
    FileStatus live = files.status(layout.live());
    FileStatus backed = files.status(layout.backup());
    Optional<String> backup = journal.releaseOf(backed);
    if (wanted.isEmpty() && backup.isEmpty()) {
      throw nothingBefore(backed);
    }
    String id = wanted.or(() -> backup).orElseThrow();
    new Ownership(layout, files, journal).check();
    ReleaseRecord record = records.find(id).orElseThrow(() -> unknown(id));
    Manifest manifest = records.manifest(id);
    Optional<String> liveId = journal.releaseOf(live);
    if (liveId.equals(Optional.of(id))) {
      throw ReleaseException.refused(
          "release " + id + " is live already", "'godwit releases' lists the others");
    }
    refuseOtherSite(record, liveId, sites);
    Manifest before = liveId.isEmpty() ? Manifest.empty() : records.manifest(liveId.get());
    if (backup.equals(Optional.of(id)) && live.exists() && isWhole(layout.backup(), manifest)) {
      new Swap(layout, files).goBack();
    } else {
      restore(id, manifest, live);
    }
    return new RolledBack(
        record.in(Release.State.LIVE),
        layout.backup(),
        new Comparer(before, liveId.isPresent())
            .compare(manifest, Difference.between(before, manifest).files(), Set.of()),
        List.of());
  }

  /// A release of another site goes live only where this site has taken that one's place, and so
  /// takes that back.
  private void refuseOtherSite(ReleaseRecord record, Optional<String> live, Set<String> sites)
      throws IOException {
    if (sites.contains(record.site())) {
      return;
    }
    Optional<ReleaseRecord> served = live.isEmpty() ? Optional.empty() : records.find(live.get());
    if (served.filter(release -> sites.contains(release.site())).isEmpty()) {
      throw ReleaseException.refused(
          "release %s in %s is of another site: '%s'"
              .formatted(record.id(), layout.own(), record.site()),
          "see that publish.target is right, and that .godwit is not a copy from elsewhere; to put"
              + " that site live, run 'godwit rollback' with the godwit.toml of it");
    }
  }

  private ReleaseException nothingBefore(FileStatus backup) throws IOException {
    if (backup.isDirectory() && !files.list(layout.backup()).isEmpty()) {
      return ReleaseException.refused(
          "Godwit has no record of %s, so it does not put it live by itself"
              .formatted(layout.backup()),
          "to put it back by hand: `cd %s && mv html html.new && mv html.old html && mv html.new html.old`"
                  .formatted(layout.target())
              + "; nothing is served for the moment between the first two. 'godwit releases' lists"
              + " what Godwit can go back to");
    }
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

  private void restore(String id, Manifest manifest, FileStatus live) throws IOException {
    Journal ready = recovery.readyToStage(journal);
    Staging staging = new Staging(layout, files, records, ready);
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
    staging.become(manifest, (entry, file) -> put(id, entry, file, there));
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
