package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The records kept below a target, by which a tree that Godwit made is told from any other.
final class ReleaseRecords {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Layout layout;
  private final FileOperations files;

  ReleaseRecords(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// The record of the release in a directory; empty if Godwit did not make it.
  Optional<ReleaseRecord> of(FileStatus directory) throws IOException {
    return directory.isDirectory()
        ? all().stream().filter(made -> made.tree().equals(directory.identity())).findAny()
        : Optional.empty();
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

  void write(ReleaseRecord release) throws IOException {
    files.createFile(layout.releases().resolve(release.id()), release.toBytes());
  }

  /// Deletes the records of releases whose trees are no more.
  void prune() throws IOException {
    List<TreeIdentity> kept =
        List.of(files.status(layout.live()).identity(), files.status(layout.backup()).identity());
    for (Path file : files.list(layout.releases())) {
      Optional<ReleaseRecord> release = read(file);
      if (release.isEmpty() || !kept.contains(release.get().tree())) {
        files.deleteTree(file);
      }
    }
  }

  private List<ReleaseRecord> all() throws IOException {
    List<ReleaseRecord> all = new ArrayList<>();
    for (Path file : files.list(layout.releases())) {
      read(file).ifPresent(all::add);
    }
    return all;
  }

  private Optional<ReleaseRecord> read(Path file) throws IOException {
    return ReleaseRecord.parse(file.getFileName().toString(), files.read(file));
  }
}
