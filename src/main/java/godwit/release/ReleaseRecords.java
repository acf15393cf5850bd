package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The records and manifests of the releases that a target keeps, and its journal.
final class ReleaseRecords {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// How many manifests are worth being kept in memory.
  private static final int TREES = 3;

  private final Layout layout;
  private final FileOperations files;

  /// The manifests that were asked for last. Parsing them is a good part of a publish's time.
  private final Deque<Parsed> parsed = new ConcurrentLinkedDeque<>();

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
    if (files.status(layout.objects()).exists()) {
      taken.addAll(names(layout.objects())); // of a release that somebody died over forgetting
    }
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
  ///
  /// @param before see [ManifestFile#toBytes]
  void add(ReleaseRecord release, Manifest.Successor manifest, ManifestText before)
      throws IOException {
    byte[] bytes = ManifestFile.toBytes(manifest, before);
    Path file = layout.manifests().resolve(release.id());
    files.createFile(file, bytes);
    remember(files.status(file), manifest.manifest());
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

  /// Everything that there is a record of, be it damaged.
  Set<String> names() throws IOException {
    return names(layout.releases());
  }

  /// The releases that no tree holds, newest first.
  List<String> withoutTree(Journal journal) throws IOException {
    return all().stream()
        .map(ReleaseRecord::id)
        .filter(id -> !journal.trees().containsValue(id))
        .toList();
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
    if (!files.status(layout.releases()).exists()) {
      return damaged;
    }
    for (Path file : files.list(layout.releases())) {
      if (ReleaseRecord.parse(file.getFileName().toString(), files.read(file)).isEmpty()) {
        damaged.add(file);
      }
    }
    return damaged;
  }

  /// @throws DamagedException if it is missing or not as it was written
  Manifest manifest(String id) throws IOException {
    Optional<Manifest> known = known(files.status(layout.manifests().resolve(id)));
    return known.isPresent() ? known.get() : manifestText(id).manifest();
  }

  /// The same with its bytes, which are not kept in memory.
  ///
  /// @throws DamagedException as [#manifest]
  ManifestText manifestText(String id) throws IOException {
    Path file = layout.manifests().resolve(id);
    try {
      FileStatus status = files.status(file);
      if (!status.isFile()) {
        throw new DamagedException("the manifest of release " + id);
      }
      byte[] bytes = files.read(file);
      Optional<Manifest> known = known(status);
      if (known.isPresent() && ManifestFile.isWhole(bytes)) {
        return new ManifestText(known.get(), bytes);
      }
      Manifest manifest = ManifestFile.parse(id, bytes);
      remember(status, manifest);
      return new ManifestText(manifest, bytes);
    } catch (DamagedException e) {
      throw e.curedBy(
          ("let Godwit forget that release: `rm -f %s %s`. If it is html or html.old, that stays"
                  + " as it is, but counts as made by another tool")
              .formatted(layout.releases().resolve(id), file));
    }
  }

  private Optional<Manifest> known(FileStatus status) {
    return parsed.stream().filter(p -> p.status().equals(status)).map(Parsed::manifest).findAny();
  }

  private void remember(FileStatus status, Manifest manifest) {
    parsed.addFirst(new Parsed(status, manifest));
    while (parsed.size() > TREES) {
      parsed.removeLast();
    }
  }

  /// @param status of its file, which is another one if that is changed or replaced
  private record Parsed(FileStatus status, Manifest manifest) {}

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
