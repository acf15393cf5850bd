package godwit.content;

import godwit.config.ContentSettings;
import godwit.config.NamePattern;
import godwit.config.SiteConfig;
import godwit.config.Unpublishable;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the files under the content directory and sorts them into documents and others. Symlinks
/// are followed, as in Pelican; where they lead is the site owner's choice.
public final class ContentScanner extends SimpleFileVisitor<Path> {
  /// In bytes; what a page says of itself stands at its beginning.
  private static final int LONGEST_HEAD = 8192;

  private final SiteConfig config;
  private final ContentSettings settings;
  private final Path root;
  private final Diagnostics diagnostics;
  private final List<NamePattern> ignored;

  /// What the settings name: static paths, and files whose place they give.
  private final List<String> named = new ArrayList<>();

  /// Those that are not ASCII, of which another could be the same in another normal form.
  private final Set<String> paths = new HashSet<>();

  private final List<SourceFile> documents = new ArrayList<>();
  private final TreeMap<String, Path> others = new TreeMap<>();
  private final List<String> copied = new ArrayList<>();

  private final Set<String> outside = new HashSet<>();
  private final Set<String> passedOver = new HashSet<>();
  private final Set<String> ignoredFiles = new HashSet<>();

  /// reStructuredText that nobody reads.
  private final TreeSet<String> unread = new TreeSet<>();

  private ContentScanner(SiteConfig config, Diagnostics diagnostics) {
    this.config = config;
    this.settings = config.content();
    this.root = config.contentDirectory();
    this.diagnostics = diagnostics;
    named.addAll(settings.copied().paths());
    named.addAll(settings.metadata().byPath().keySet());
    this.ignored = settings.ignore().stream().map(NamePattern::of).toList();
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
      scanner.tellOfUnread();
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
    return new ContentFiles(
        scanner.documents,
        scanner.others,
        scanner.copied,
        scanner.outside,
        scanner.passedOver,
        scanner.ignoredFiles);
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
      boolean isByName = Unpublishable.isName(file.getFileName().toString());
      (isByName ? passedOver : ignoredFiles).add(relative(file));
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
    if (!isAscii(path) && !paths.add(path)) {
      diagnostics.error(
          SourcePosition.ofFile(name(path)),
          "output-twice",
          "there are two files of this name: in one of them letters and accents are apart",
          "rename one of them");
      return FileVisitResult.CONTINUE;
    }
    boolean copy = settings.copied().hold(path);
    Optional<Kind> kind = isDocument(path) ? kind(path) : Optional.empty();
    if (kind.isPresent() && !(copy && isForOthers(file))) {
      documents.add(new SourceFile(path, file, name(path), kind.get()));
      copy = copy && settings.areSourcesCopied();
    } else {
      if (!copy && path.endsWith(".rst") && kind(path).isPresent()) {
        unread.add(path);
      }
      if (isDocument(path) && kind(path).isEmpty()) {
        outside.add(path);
      }
      others.put(path, file);
      copy = copy || settings.metadata().byPath().containsKey(path);
    }
    if (copy) {
      others.put(path, file);
      copied.add(path);
    }
    return FileVisitResult.CONTINUE;
  }

  private void tellOfUnread() {
    if (!unread.isEmpty()) {
      diagnostics.warning(
          SourcePosition.ofFile(name(unread.first())),
          "no-reader",
          unread.size() == 1
              ? "reStructuredText is not read, so this is not published"
              : "reStructuredText is not read, so "
                  + unread.size()
                  + " files are not published; this is the first",
          "name a program that makes HTML of it: [readers.rst] command = [\"rst2html5\"]");
    }
  }

  private Optional<Kind> kind(String path) {
    if (settings.pages().hold(path)) {
      return Optional.of(Kind.PAGE);
    }
    return settings.articles().hold(path) ? Optional.of(Kind.ARTICLE) : Optional.empty();
  }

  /// Whether a file in a static folder says nothing of itself, as HTML that search engines have put
  /// there to see whose site it is.
  private static boolean isForOthers(Path file) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
      if (name.endsWith(".rst")) {
        return !start.lines().anyMatch(line -> line.matches(":[\\w -]+:.*"));
      }
      boolean isHtml = name.endsWith(".html") || name.endsWith(".htm");
      return isHtml ? !start.toLowerCase(Locale.ROOT).contains("<title") : !hasHeader(start);
    } catch (IOException e) {
      return false; // whoever reads all of it says what is wrong
    }
  }

  private static boolean hasHeader(String start) {
    HeaderReader.Header header = HeaderReader.read(new SourceText("", start), new Diagnostics());
    return !header.metadata().fields().isEmpty();
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
    String name = path.getFileName().toString();
    if (Unpublishable.isName(name) && !Unpublishable.isNamed(relative(path), named)) {
      return true;
    }
    return ignored.stream().anyMatch(pattern -> pattern.matches(name));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private boolean isDocument(String path) {
    int dot = path.lastIndexOf('.');
    return config.readers().of(path).isPresent()
        || (dot >= 0 && settings.texts().contains(path.substring(dot + 1)));
  }

  private String relative(Path file) {
    String path = root.relativize(file).toString().replace('\\', '/');
    return Normalizer.normalize(path, Normalizer.Form.NFC); // as links and settings name it
  }

  private String name(String path) {
    return path.isEmpty() ? config.content().path() : config.content().path() + "/" + path;
  }
}
