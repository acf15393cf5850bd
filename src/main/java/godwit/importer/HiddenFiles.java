package godwit.importer;

import godwit.config.NamePattern;
import godwit.config.Unpublishable;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the files that Pelican publishes and Godwit only if they are named: hidden ones, keys and
/// backups.
final class HiddenFiles {
  private static final Set<String> SERVED = Set.of(".htaccess", ".nojekyll", ".domains");

  /// What Pelican reads as an article or a page.
  private static final Pattern TEXT =
      Pattern.compile(".*\\.(md|markdown|mkd|mdown|rst|html|htm)", Pattern.DOTALL);

  /// Those in folders of static files.
  ///
  /// @param served what web servers and hosts of sites read, by their paths below the content
  /// @param others files, and folders with a slash at their end
  record Statics(List<String> served, List<String> others) {
    Statics {
      served = List.copyOf(served);
      others = List.copyOf(others);
    }
  }

  private final Path content;
  private final List<NamePattern> ignored;
  private final List<String> named;

  /// @param content the content directory
  /// @param ignored patterns of names that are passed over
  /// @param named paths that are published whatever they are called
  HiddenFiles(Path content, List<String> ignored, List<String> named) {
    this.content = content;
    this.named = List.copyOf(named);
    this.ignored =
        ignored.stream()
            .flatMap(pattern -> Glob.of(pattern).stream())
            .map(NamePattern::of)
            .toList();
  }

  /// Those in folders of static files.
  ///
  /// @param folders below the content
  /// @param excludes folders in them that are left out
  Statics statics(List<String> folders, List<String> excludes) throws IOException {
    TreeSet<String> served = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    for (String path : found(folders, excludes, false)) {
      boolean isServed = SERVED.contains(path.substring(path.lastIndexOf('/') + 1));
      (isServed ? served : others).add(path);
    }
    return new Statics(List.copyOf(served), List.copyOf(others));
  }

  /// Articles and pages that have such a name or are in a folder that has.
  ///
  /// @param folders below the content
  /// @param excludes folders in them that are left out
  List<String> texts(List<String> folders, List<String> excludes) throws IOException {
    return List.copyOf(found(folders, excludes, true));
  }

  private Set<String> found(List<String> folders, List<String> excludes, boolean isForTexts)
      throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String folder : folders) {
      Path start = content.resolve(folder).normalize();
      if (start.startsWith(content) && Files.isDirectory(start)) {
        Files.walkFileTree(
            start,
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            Integer.MAX_VALUE,
            new Finder(start, excludes, isForTexts, found));
      }
    }
    return found;
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final Path start;
    private final List<Path> excludes;
    private final boolean isForTexts;
    private final Set<String> found;

    Finder(Path start, List<String> excludes, boolean isForTexts, Set<String> found) {
      this.start = start;
      this.excludes = excludes.stream().map(content::resolve).toList();
      this.isForTexts = isForTexts;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(start)) {
        return FileVisitResult.CONTINUE;
      }
      if (isIgnored(folder) || excludes.contains(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!isForTexts && isHidden(folder)) {
        found.add(content.relativize(folder) + "/");
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isWanted = !isForTexts || TEXT.matcher(file.toString()).matches();
      if (isWanted && !isIgnored(file) && isHidden(file)) {
        found.add(content.relativize(file).toString());
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

    private boolean isHidden(Path file) {
      String path = content.relativize(file).toString();
      return Unpublishable.hasName(path) && !Unpublishable.isNamed(path, named);
    }

    private boolean isIgnored(Path file) {
      String name = file.getFileName().toString();
      return ignored.stream().anyMatch(pattern -> pattern.matches(name));
    }
  }
}
