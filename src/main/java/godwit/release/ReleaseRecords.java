package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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
    Set<String> taken =
        files.list(layout.releases()).stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toSet());
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> i == 1 ? id : id + "-" + i)
        .filter(Predicate.not(taken::contains))
        .findFirst()
        .orElseThrow();
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

  /// @throws DamagedException if it is missing or not as it was written
  Manifest manifest(String id) throws IOException {
    Path file = layout.manifests().resolve(id);
    FileStatus status = files.status(file);
    if (!status.isFile()) {
      throw new DamagedException("the manifest of release " + id);
    }
    Optional<Parsed> known = parsed.stream().filter(p -> p.status().equals(status)).findAny();
    if (known.isPresent()) {
      return known.get().manifest();
    }
    Manifest manifest = ManifestFile.parse(id, files.read(file));
    parsed.addFirst(new Parsed(status, manifest));
    while (parsed.size() > TREES) {
      parsed.removeLast();
    }
    return manifest;
  }

  /// @param status of its file, which is another one if that is changed or replaced
  private record Parsed(FileStatus status, Manifest manifest) {}

  /// @throws DamagedException if it is not as it was written
  Journal journal() throws IOException {
    return files.status(layout.journal()).exists()
        ? Journal.parse(files.read(layout.journal()))
        : Journal.empty();
  }

  /// Replaces the journal. It is on disk when the file system is synced next.
  void write(Journal journal) throws IOException {
    Path next = layout.nextJournal();
    files.deleteTree(next);
    files.createFile(next, journal.toBytes());
    files.replace(next, layout.journal());
  }

  /// Replaces the journal, and returns when that is on disk.
  void writeThrough(Journal journal) throws IOException {
    Path next = layout.nextJournal();
    files.deleteTree(next);
    files.createFile(next, journal.toBytes());
    files.sync(next);
    files.replace(next, layout.journal());
    files.sync(layout.own());
  }

  Optional<ReleaseRecord> find(String id) throws IOException {
    return all().stream().filter(release -> release.id().equals(id)).findAny();
  }
}
