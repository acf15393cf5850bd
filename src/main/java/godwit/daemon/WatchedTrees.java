package godwit.daemon;

import godwit.config.SiteConfig;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;

/// Which files a site is made of: its settings, and all below the content and the templates.
/// Symbolic links are followed, as when they are read.
final class WatchedTrees implements FileTreeVisitor {
  static final String SETTINGS = "godwit.toml";

  private final Path site;
  private final List<Path> trees;

  WatchedTrees(SiteConfig config) {
    this.site = config.directory().toAbsolutePath().normalize();
    this.trees =
        List.of(
            config.contentDirectory().toAbsolutePath().normalize(),
            config.templatesDirectory().toAbsolutePath().normalize());
  }

  /// The directory to begin with.
  Path site() {
    return site;
  }

  /// Whether a change there is one of the site. What no site is made of, such as what editors write
  /// beside a file, is none.
  boolean concerns(Path file) {
    if (file.equals(site.resolve(SETTINGS))) {
      return true;
    }
    return trees.stream()
        .filter(file::startsWith)
        .anyMatch(tree -> file.equals(tree) || !isHidden(tree.relativize(file)));
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().endsWith("~")) {
        return true;
      }
    }
    return false;
  }

  /// Visits the site's directory without what is below it, but the trees whole.
  @Override
  public void recursiveVisitFiles(Path start, Callback onDirectory, Callback onFile)
      throws IOException {
    if (start.equals(site)) {
      onDirectory.call(site);
      for (Path tree : trees) {
        visit(tree, onDirectory, onFile);
      }
    } else if (concerns(start)) {
      visit(start, onDirectory, onFile);
    }
  }

  private void visit(Path start, Callback onDirectory, Callback onFile) throws IOException {
    if (!Files.exists(start)) {
      return;
    }
    Files.walkFileTree(
        start,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (!concerns(directory)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            onDirectory.call(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            onFile.call(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // the publish tells of it
          }
        });
  }
}
