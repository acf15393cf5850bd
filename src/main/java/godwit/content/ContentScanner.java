package godwit.content;

import godwit.config.ContentSettings;
import godwit.config.SiteConfig;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;

/// Finds the files under the content directory and sorts them into documents and others. Symlinks
/// are followed, as in Pelican; where they lead is the site owner's choice.
public final class ContentScanner extends SimpleFileVisitor<Path> {
  private final SiteConfig config;
  private final ContentSettings settings;
  private final Path root;
  private final Diagnostics diagnostics;
  private final List<PathMatcher> ignored = new ArrayList<>();
  private final List<SourceFile> documents = new ArrayList<>();
  private final TreeMap<String, Path> others = new TreeMap<>();
  private final List<String> copied = new ArrayList<>();

  private ContentScanner(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.settings = config.content();
    this.root = config.contentDirectory();
    this.diagnostics = diagnostics;
    for (String pattern : settings.ignore()) {
      ignored.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
    }
  }

  /// Walks the content directory. What cannot be read is among the diagnostics, and so is a
  /// directory that is missing or has nothing to publish.
  public static ContentFiles scan(SiteConfig config, Diagnostics diagnostics) {
    ContentScanner scanner = new ContentScanner(config, diagnostics);
    SourcePosition position = SourcePosition.ofFile(config.content().path());
    if (!Files.isDirectory(scanner.root)) {
      diagnostics.error(
          position,
          "no-content",
          Files.exists(scanner.root) ? "it is not a directory" : "there is no such directory",
          "make it, or name another in godwit.toml: content.path");
    } else {
      scanner.walk();
      if (scanner.documents.isEmpty() && !diagnostics.hasErrors()) {
        diagnostics.error(
            position,
            "no-content",
            "there is no article and no page",
            "write one with: godwit new \"Notes from the coast\"");
      }
    }
    scanner.documents.sort(Comparator.comparing(SourceFile::path));
    scanner.copied.sort(Comparator.naturalOrder());
    return new ContentFiles(scanner.documents, scanner.others, scanner.copied);
  }

  private void walk() {
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
    } catch (IOException e) {
      visitFileFailed(root, e);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean passedOver = !directory.equals(root) && isIgnored(directory);
    return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isIgnored(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) { // it would have been followed
      diagnostics.error(
          SourcePosition.ofFile(name(relative(file))),
          "symlink",
          "this symlink leads nowhere, or to itself",
          "remove it, or let it name a file that is there");
    }
    if (!attributes.isRegularFile()) {
      return FileVisitResult.CONTINUE;
    }
    String path = relative(file);
    if (path.indexOf('\uFFFD') >= 0) { // what stands there for bytes that are no text
      diagnostics.error(
          SourcePosition.ofFile(name(path)),
          "encoding",
          "the file's name is not UTF-8",
          "rename it; where it is UTF-8, set a UTF-8 locale, such as LC_ALL=C.UTF-8");
      return FileVisitResult.CONTINUE;
    }
    boolean underStatic = isUnder(path, settings.staticPaths());
    if (isDocument(path) && !underStatic && isUnder(path, settings.pages())) {
      documents.add(new SourceFile(path, file, name(path), Kind.PAGE));
    } else if (isDocument(path) && !underStatic && isUnder(path, settings.articles())) {
      documents.add(new SourceFile(path, file, name(path), Kind.ARTICLE));
    } else {
      others.put(path, file);
      if (underStatic || settings.pathMetadata().containsKey(path)) {
        copied.add(path);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  /// The symlink by which a loop came about.
  private Path linkOf(Path file) {
    for (Path link = file; link != null && !link.equals(root); link = link.getParent()) {
      if (Files.isSymbolicLink(link)) {
        return link;
      }
    }
    return file;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    Path failed = e instanceof FileSystemLoopException ? linkOf(file) : file;
    SourcePosition position = SourcePosition.ofFile(name(relative(failed)));
    switch (e) {
      case AccessDeniedException ignoredDenial ->
          diagnostics.error(
              position,
              "unreadable",
              "no permission to read it",
              "let the user that runs godwit read it");
      case FileSystemLoopException ignoredLoop ->
          diagnostics.error(
              position,
              "symlink-loop",
              "this symlink leads back to a directory above it",
              "remove it");
      default -> diagnostics.error(position, "unreadable", "it cannot be read: " + reason(e), null);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path directory, java.io.@org.jspecify.annotations.Nullable IOException e) {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, e);
  }

  /// Why a file cannot be read, without the path, which the diagnostic has.
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException ignoredAbsence -> "it is gone";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      case FileSystemException ignoredFailure -> "the file system refuses it";
      default -> String.valueOf(e.getMessage());
    };
  }

  private boolean isIgnored(Path path) {
    Path fileName = path.getFileName();
    String name = fileName.toString();
    if (Unpublishable.isName(name)
        && !Unpublishable.isNamed(relative(path), settings.staticPaths())) {
      return true;
    }
    return ignored.stream().anyMatch(matcher -> matcher.matches(fileName));
  }

  private static boolean isDocument(String path) {
    return path.endsWith(".md")
        || path.endsWith(".markdown")
        || path.endsWith(".mkd")
        || path.endsWith(".mdown")
        || path.endsWith(".html")
        || path.endsWith(".htm");
  }

  private static boolean isUnder(String path, List<String> folders) {
    for (String folder : folders) {
      if (folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/")) {
        return true;
      }
    }
    return false;
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private String name(String path) {
    return path.isEmpty() ? config.content().path() : config.content().path() + "/" + path;
  }
}
