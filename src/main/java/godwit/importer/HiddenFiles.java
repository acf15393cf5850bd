package godwit.importer;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The files in folders of static files whose names begin with a dot. Pelican publishes all of
/// them, Godwit those that are named.
///
/// @param served what web servers and hosts of sites read, by their paths below the content
/// @param others files, and folders with a slash at their end
record HiddenFiles(List<String> served, List<String> others) {
  private static final Set<String> SERVED = Set.of(".htaccess", ".nojekyll", ".domains");

  /// What Godwit publishes without being told.
  private static final String WELL_KNOWN = ".well-known";

  HiddenFiles {
    served = List.copyOf(served);
    others = List.copyOf(others);
  }

  /// Looks for them.
  ///
  /// @param content the content directory
  /// @param folders those of static files, below it
  /// @param excludes folders in them that are left out
  /// @param ignored patterns of names that are passed over
  static HiddenFiles find(
      Path content, List<String> folders, List<String> excludes, List<String> ignored)
      throws IOException {
    Finder finder = new Finder(content, excludes, ignored);
    for (String folder : folders) {
      Path start = content.resolve(folder).normalize();
      if (start.startsWith(content) && Files.isDirectory(start)) {
        finder.start = start;
        Files.walkFileTree(
            start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
      }
    }
    return new HiddenFiles(List.copyOf(finder.served), List.copyOf(finder.others));
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path content;
    private final List<Path> excludes;
    private final List<PathMatcher> matchers = new ArrayList<>();
    private final TreeSet<String> served = new TreeSet<>();
    private final TreeSet<String> others = new TreeSet<>();
    private Path start;

    Finder(Path content, List<String> excludes, List<String> ignored) {
      this.content = content;
      this.start = content;
      this.excludes = excludes.stream().map(content::resolve).toList();
      for (String pattern : ignored) {
        Glob.of(pattern)
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .ifPresent(matchers::add);
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(start)) {
        return FileVisitResult.CONTINUE;
      }
      if (isIgnored(folder) || excludes.contains(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (isHidden(folder)) {
        others.add(content.relativize(folder) + "/");
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file) && !isIgnored(file)) {
        boolean isServed = SERVED.contains(String.valueOf(file.getFileName()));
        (isServed ? served : others).add(content.relativize(file).toString());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // 'godwit check' tells of files that cannot be read
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path file) {
      String name = String.valueOf(file.getFileName());
      return name.startsWith(".") && !name.equals(WELL_KNOWN);
    }

    private boolean isIgnored(Path file) {
      Path name = file.getFileName();
      return matchers.stream().anyMatch(matcher -> matcher.matches(name));
    }
  }
}
