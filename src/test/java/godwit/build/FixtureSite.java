package godwit.build;

import godwit.testing.FixtureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A case under `src/test/resources/sites/<feature>/<case>/`: the sources of a site, laid over
/// those of `sites/_common`, with
/// - `expected/`, every file that is made of them, and
/// - `expected-diagnostics.txt`, every word that the author is told.
///
/// A case without `expected/` is one that is refused. A case without `expected-diagnostics.txt` is
/// one where there is nothing to say. What every site has (the theme's assets, `robots.txt`,
/// `404.html`) counts only where the case expects a file of that name. Names that are not ASCII are
/// stored as [FixtureFiles] says.
record FixtureSite(Path directory) {
  private static final Path ROOT = Path.of("src/test/resources/sites");
  private static final Path COMMON = ROOT.resolve("_common");

  static List<FixtureSite> all() throws IOException {
    try (Stream<Path> directories = Files.walk(ROOT, 2)) {
      return directories
          .filter(directory -> ROOT.relativize(directory).getNameCount() == 2)
          .filter(directory -> !directory.startsWith(COMMON) && Files.isDirectory(directory))
          .sorted()
          .map(FixtureSite::new)
          .toList();
    }
  }

  boolean isPassing() {
    return Files.exists(expectedFiles());
  }

  /// Makes the site directory that the case describes.
  Path copyTo(Path site) throws IOException {
    copyCommon(site);
    FixtureFiles.copy(directory, site);
    return site;
  }

  /// A site with the templates and settings that all cases share, and no content.
  static Path copyCommon(Path site) throws IOException {
    FixtureFiles.copy(COMMON, site);
    return site;
  }

  String expectedMessages() throws IOException {
    return Files.exists(messagesFile()) ? Files.readString(messagesFile()) : "";
  }

  /// Every expected file with its path above it, as one text: comparing that shows all differences.
  String expectedTree() throws IOException {
    TreeMap<String, byte[]> expected = new TreeMap<>();
    for (Path file : filesBelow(expectedFiles())) {
      String path = FixtureFiles.decode(expectedFiles().relativize(file).toString());
      expected.put(path, Files.readAllBytes(file));
    }
    return tree(expected);
  }

  /// What a build made, in the form of [#expectedTree].
  String actualTree(SiteRun run) {
    TreeMap<String, byte[]> actual = new TreeMap<>(run.files());
    actual.keySet().removeIf(path -> !counts(path));
    return tree(actual);
  }

  private boolean counts(String path) {
    boolean everywhere =
        path.startsWith("theme/") || path.equals("robots.txt") || path.equals("404.html");
    return !everywhere || Files.exists(expectedFiles().resolve(path));
  }

  /// Writes what came of the build as what is expected.
  void overwrite(SiteRun run) throws IOException {
    if (run.messages().isEmpty()) {
      Files.deleteIfExists(messagesFile());
    } else {
      Files.writeString(messagesFile(), run.messages());
    }
    TreeMap<String, byte[]> actual = new TreeMap<>(run.isBuilt() ? run.files() : new TreeMap<>());
    actual.keySet().removeIf(path -> !counts(path));
    deleteExpectedFiles();
    for (String path : actual.keySet()) {
      Path file = expectedFiles().resolve(FixtureFiles.encode(path));
      Files.createDirectories(file.getParent());
      Files.write(file, actual.get(path));
    }
  }

  private void deleteExpectedFiles() throws IOException {
    if (Files.exists(expectedFiles())) {
      try (Stream<Path> files = Files.walk(expectedFiles())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String tree(TreeMap<String, byte[]> files) {
    StringBuilder tree = new StringBuilder();
    files.forEach(
        (path, bytes) ->
            tree.append("=== ").append(path).append('\n').append(MemorySink.shown(bytes)));
    return tree.toString();
  }

  private Path expectedFiles() {
    return directory.resolve("expected");
  }

  private Path messagesFile() {
    return directory.resolve("expected-diagnostics.txt");
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public String toString() {
    return ROOT.relativize(directory).toString();
  }
}
