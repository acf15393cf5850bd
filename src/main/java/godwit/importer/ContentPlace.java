package godwit.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the content of the blog is.
///
/// @param directory the site directory, absolute
/// @param path of the content, relative to it
/// @param comments about the path
record ContentPlace(Path directory, String path, List<String> comments) {
  private static final String USUAL = "content";

  /// Directives of reStructuredText that take in files.
  private static final Pattern INCLUDES =
      Pattern.compile("(?m)^[ \\t]*\\.\\. include::|^[ \\t]+:(?:file|url):");

  ContentPlace {
    comments = List.copyOf(comments);
  }

  /// The place that `PATH` names. Where it names none that Godwit can have, that is told.
  static ContentPlace of(Path directory, Settings settings, Notes notes) {
    String given = settings.text("PATH", "");
    boolean isHere = Files.isDirectory(directory.resolve(USUAL));
    if (given.isEmpty()) {
      return new ContentPlace(directory, USUAL, List.of());
    }
    Path content = directory.resolve(given.replace("\0", "")).normalize();
    if (content.startsWith(directory) && !content.equals(directory)) {
      return new ContentPlace(directory, directory.relativize(content).toString(), List.of());
    }
    boolean isWhole = content.equals(directory);
    settings
        .position("PATH")
        .ifPresent(
            position ->
                notes.setting(
                    position,
                    isWhole
                        ? "PATH is the site directory itself: Godwit wants a folder of it"
                        : "PATH lies outside of the site directory: Godwit wants a folder of it",
                    isHere
                        ? "content.path is the folder content, which is there; move into it what is"
                            + " elsewhere"
                        : "move the content into the folder content"));
    return new ContentPlace(
        directory,
        USUAL,
        List.of("PATH was '" + given + "'. The content has to be in a folder of the site."));
  }

  /// A path of the settings relative to the content, `.` as the content itself.
  String below(String given) {
    String clean = given.replace("\0", "");
    if (clean.startsWith("/")) {
      Path content = directory.resolve(path);
      Path absolute = Path.of(clean).normalize();
      return absolute.startsWith(content) ? content.relativize(absolute).toString() : clean;
    }
    String normal = Path.of(clean).normalize().toString();
    return normal.equals(".") ? "" : normal;
  }

  /// Whether a path below the content is a folder there.
  boolean isFolder(String below) {
    return Files.isDirectory(directory.resolve(path).resolve(below));
  }

  /// Finds the files that are reStructuredText.
  RestructuredText restructuredText() throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    boolean[] includes = {false};
    Path content = directory.resolve(path);
    if (!Files.isDirectory(content)) {
      return RestructuredText.NONE;
    }
    Files.walkFileTree(
        content,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".rst") && attributes.isRegularFile()) {
              files.add(directory.relativize(file));
              String text =
                  Files.isReadable(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
              includes[0] |= INCLUDES.matcher(text).find();
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
        });
    return new RestructuredText(List.copyOf(files), includes[0]);
  }
}
