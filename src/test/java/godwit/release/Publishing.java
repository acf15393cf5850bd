package godwit.release;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Publishes small releases and looks at what became of them.
final class Publishing {
  static final Holder HOLDER =
      new Holder(4711, "tester", Instant.parse("2026-01-02T03:04:05Z"), "godwit publish");

  private static final Set<String> PERMANENT =
      Set.of("lock", "journal", "releases", "manifests", "objects", "staging", "slots");

  /// The sites that the tests publish.
  static final Set<String> SITES = Set.of("https://example.org", "site", "a");

  static final ReleaseRequest REQUEST = request(HOLDER);

  private Publishing() {}

  static ReleaseRequest request(Holder holder) {
    return new ReleaseRequest(
        holder, "https://example.org", holder.since(), 10, Duration.ofDays(7));
  }

  /// The files of the release of that number: some change with it, one does not.
  static Map<String, String> release(int number) {
    return new TreeMap<>(
        Map.of(
            "index.html",
            "release " + number,
            "a/b/c/deep.html",
            "deep " + number,
            "a/only-in-" + number + ".html",
            "",
            "same.css",
            "body {}"));
  }

  static Published publish(Path directory, int number) throws ReleaseException {
    return publish(Target.open(directory), release(number));
  }

  static Published publish(Target target, Map<String, String> content) throws ReleaseException {
    return publish(target, content, REQUEST);
  }

  static Published publish(Target target, Map<String, String> content, ReleaseRequest request)
      throws ReleaseException {
    try (StagedRelease release = target.stage(request)) {
      writeAll(release, content);
      return release.goLive();
    }
  }

  static void writeAll(OutputSink release, Map<String, String> content) throws ReleaseException {
    try {
      for (Map.Entry<String, String> file : content.entrySet()) {
        write(release, file);
      }
    } catch (ReleaseException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputSink release, Map.Entry<String, String> file) throws IOException {
    release.write(file(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
  }

  /// The files below a directory with what they contain; links as `-> where`.
  static Map<String, String> read(Path directory) {
    Map<String, String> content = new TreeMap<>();
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return Map.of("", "absent");
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        String name = directory.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          content.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (Files.isRegularFile(path)) {
          content.put(name, Files.readString(path));
        }
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files that are served by a name of a target, be it a directory or a link to one.
  static Map<String, String> tree(Path target, String name) throws IOException {
    Path tree = target.resolve(name);
    return read(Files.exists(tree) ? tree.toRealPath() : tree);
  }

  /// What is wrong with the target, as far as Godwit can tell, and what is in its own directory
  /// that should not stay there.
  static List<String> wrongs(Path target) throws IOException {
    List<String> wrongs = wrongsButForTheStore(target);
    wrongs.addAll(objectsThatNoReleaseHas(target));
    return wrongs;
  }

  /// The same after a rollback, when the store may keep things for longer than they are needed.
  static List<String> wrongsButForTheStore(Path target) throws IOException {
    List<String> wrongs = new ArrayList<>();
    Target.open(target).check(HOLDER).forEach(finding -> wrongs.add(finding.toString()));
    try (Stream<Path> names = Files.list(target.resolve(".godwit"))) {
      names
          .map(path -> path.getFileName().toString())
          .filter(name -> !PERMANENT.contains(name))
          .forEach(wrongs::add);
    }
    Set<String> records = names(target.resolve(".godwit/releases"));
    Set<String> manifests = names(target.resolve(".godwit/manifests"));
    if (!records.equals(manifests)) {
      wrongs.add("records of " + records + ", but manifests of " + manifests);
    }
    return wrongs;
  }

  private static Set<String> objectsThatNoReleaseHas(Path target) throws IOException {
    ReleaseRecords records = new ReleaseRecords(new Layout(target), new SystemFiles());
    Map<Path, ContentHash> objects = new ObjectStore(new Layout(target), new SystemFiles()).all();
    for (ReleaseRecord release : records.all()) {
      for (ManifestEntry entry : records.manifest(release.id()).files().values()) {
        objects.values().remove(entry.hash());
      }
    }
    return objects.keySet().stream()
        .map(path -> target.relativize(path).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Path directory) throws IOException {
    try (Stream<Path> names = Files.list(directory)) {
      return names
          .map(path -> path.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /// A file of the output; a page if its name says so.
  static OutputFile file(String path) {
    return new OutputFile(
        new OutputPath(path),
        path.endsWith(".html") ? OutputFile.Kind.PAGE : OutputFile.Kind.FILE,
        "content/" + path);
  }

  /// How many descriptors this process has of what is in a directory, or was.
  static long openDescriptors(Path directory) throws IOException {
    Path real = directory.toRealPath();
    long found = 0;
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        try {
          found += Files.readSymbolicLink(descriptor).startsWith(real) ? 1 : 0;
        } catch (NoSuchFileException e) {
          // another thread has closed it meanwhile
        }
      }
    }
    return found;
  }

  static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
