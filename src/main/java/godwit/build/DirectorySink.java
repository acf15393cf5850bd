package godwit.build;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Writes files into a directory that nobody is served from. It empties the directory first, and so
/// takes only one that is new, empty, or was made by a build before.
public final class DirectorySink implements OutputSink {
  /// Marks a directory as one that the next build may empty.
  private static final String MARKER = ".godwit-build";

  private final Path root;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  private DirectorySink(Path root) {
    this.root = root;
  }

  /// @throws IOException if the directory holds what no build made, or cannot be emptied; the
  ///   message says which
  public static DirectorySink open(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(directory)) {
        throw new IOException(directory + " is not a directory");
      }
      if (!isEmpty(directory) && !Files.exists(directory.resolve(MARKER))) {
        throw new IOException(
            directory + " holds files that no build made: name another directory with --output");
      }
      empty(directory);
    }
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve(MARKER), "Made by 'godwit build', which empties this directory.\n");
    return new DirectorySink(directory);
  }

  @Override
  public void write(OutputFile file, byte[] bytes) throws IOException {
    Files.write(
        locate(file.path()), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public long copy(OutputFile file, Path source) throws IOException {
    Path copy = locate(file.path());
    Files.copy(source, copy, StandardCopyOption.COPY_ATTRIBUTES);
    return Files.size(copy);
  }

  private Path locate(OutputPath path) throws IOException {
    Path file = root.resolve(path.value());
    Path directory = file.getParent();
    if (directory != null && !directory.equals(root) && !made.contains(directory)) {
      Files.createDirectories(directory);
      made.add(directory); // only now, so that no other thread takes it for made before it is
    }
    return file;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.newDirectoryStream(directory)) {
      return !entries.iterator().hasNext();
    }
  }

  private static void empty(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            if (!visited.equals(directory)) {
              Files.delete(visited);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
