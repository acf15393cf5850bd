package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The records and manifests of the releases that a target keeps, and its journal.
final class ReleaseRecords {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Layout layout;
  private final FileOperations files;

  ReleaseRecords(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// The releases that are kept, newest first.
  List<ReleaseRecord> all() throws IOException {
    List<ReleaseRecord> all = new ArrayList<>();
    if (files.status(layout.releases()).exists()) {
      for (Path file : files.list(layout.releases())) {
        ReleaseRecord.parse(file.getFileName().toString(), files.read(file)).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparingLong(ReleaseRecord::number).reversed());
    return all;
  }

  /// An id that no release here has, from the time it is made: `20260102T030405.678Z`.
  String newId(Instant now) throws IOException {
    String id = ID.format(now);
    Set<String> taken = names(layout.releases());
    taken.addAll(names(layout.manifests()));
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> i == 1 ? id : id + "-" + i)
        .filter(Predicate.not(taken::contains))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> names(Path directory) throws IOException {
    return files.list(directory).stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// Stores what is known of a release before it goes live.
  void add(ReleaseRecord release, Manifest manifest) throws IOException {
    files.createFile(layout.manifests().resolve(release.id()), ManifestFile.toBytes(manifest));
    files.createFile(layout.releases().resolve(release.id()), release.toBytes());
  }

  /// Forgets a release, if it is known.
  void remove(String id) throws IOException {
    files.deleteTree(layout.releases().resolve(id));
    files.deleteTree(layout.manifests().resolve(id));
  }

  /// The same, and returns when that is on disk.
  void removeThrough(String id) throws IOException {
    remove(id);
    files.sync(layout.releases());
    files.sync(layout.manifests());
  }

  /// Whether there is anything about a release, be it damaged.
  boolean has(String id) throws IOException {
    return files.status(layout.releases().resolve(id)).exists()
        || files.status(layout.manifests().resolve(id)).exists();
  }

  /// Deletes the manifests that have no record: somebody died who was forgetting the release.
  ///
  /// @param needed the releases whose manifest is needed all the same
  /// @return the releases that have a manifest still
  Set<String> removeManifestsWithoutRecord(Collection<String> needed) throws IOException {
    Set<String> recorded = names(layout.releases());
    Set<String> left = names(layout.manifests());
    for (String id : Set.copyOf(left)) {
      if (!recorded.contains(id) && !needed.contains(id)) {
        files.delete(layout.manifests().resolve(id));
        left.remove(id);
      }
    }
    return left;
  }

  /// The records that are not as they were written.
  List<Path> damaged() throws IOException {
    List<Path> damaged = new ArrayList<>();
    for (Path file : files.list(layout.releases())) {
      if (ReleaseRecord.parse(file.getFileName().toString(), files.read(file)).isEmpty()) {
        damaged.add(file);
      }
    }
    return damaged;
  }

  /// @throws DamagedException if it is missing or not as it was written
  Manifest manifest(String id) throws IOException {
    Path file = layout.manifests().resolve(id);
    try {
      if (!files.status(file).isFile()) {
        throw new DamagedException("the manifest of release " + id);
      }
      return ManifestFile.parse(id, files.read(file));
    } catch (DamagedException e) {
      throw e.curedBy(
          ("let Godwit forget that release: `rm -f %s %s`. If it is html or html.old, that stays"
                  + " as it is, but counts as made by another tool")
              .formatted(layout.releases().resolve(id), file));
    }
  }

  /// @throws DamagedException if it is not as it was written
  Journal journal() throws IOException {
    try {
      return files.status(layout.journal()).exists()
          ? Journal.parse(files.read(layout.journal()))
          : Journal.empty();
    } catch (DamagedException e) {
      throw e.curedBy(
          "delete it: `rm %s`. Nothing that is served changes; Godwit knows its trees by what they hold"
              .formatted(layout.journal()));
    }
  }

  /// Replaces the journal. Until the file system is synced next, a power cut may bring the one
  /// before back, but never one that is not whole.
  void write(Journal journal) throws IOException {
    Path next = layout.nextJournal();
    files.deleteTree(next);
    files.createFile(next, journal.toBytes());
    files.sync(next);
    files.replace(next, layout.journal());
  }

  /// Replaces the journal, and returns when that is on disk.
  void writeThrough(Journal journal) throws IOException {
    write(journal);
    files.sync(layout.own());
  }

  Optional<ReleaseRecord> find(String id) throws IOException {
    return all().stream().filter(release -> release.id().equals(id)).findAny();
  }
}
