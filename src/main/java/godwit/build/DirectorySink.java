package godwit.build;

import static java.util.stream.Collectors.joining;

import godwit.output.OutputFile;
import godwit.output.OutputPath;
import godwit.output.OutputSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Writes files into a directory that nobody is served from. It deletes first what the build before
/// made there, and takes no directory that holds anything else. To be closed when the build has
/// ended: unless it was kept, nothing of it stays.
public final class DirectorySink implements OutputSink, AutoCloseable {
  /// Names the files that the build has made, a path on each line below the first.
  private static final String RECORD = ".godwit-build";

  private static final String HEADING =
      "Made by 'godwit build', which replaces these files and takes no directory with others:\n";

  private static final int NAMED = 5;

  private final Path root;
  private final Before before;
  private final FileChannel record;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private boolean isKept;

  private DirectorySink(Path root, Before before, FileChannel record) {
    this.root = root;
    this.before = before;
    this.record = record;
  }

  /// What was not there before the build.
  ///
  /// @param directories the deepest first
  /// @param record whether the record is among it
  private record Before(List<Path> directories, boolean record) {
    static Before of(Path directory) {
      List<Path> missing = new ArrayList<>();
      Path above = directory.toAbsolutePath();
      while (above != null && Files.notExists(above, LinkOption.NOFOLLOW_LINKS)) {
        missing.add(above);
        above = above.getParent();
      }
      return new Before(missing, Files.notExists(directory.resolve(RECORD)));
    }

    /// Makes it so again. What somebody else has put there stays.
    void restore(Path root) throws IOException {
      if (record) {
        Files.deleteIfExists(root.resolve(RECORD));
      }
      for (Path directory : directories) {
        try {
          Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException _) {
          return;
        }
      }
    }
  }

  /// @throws IOException if the directory holds what no build made, or cannot be emptied; the
  ///   message says which
  public static DirectorySink open(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(directory)) {
        throw new IOException(directory + " is not a directory");
      }
      empty(directory);
    }
    Before before = Before.of(directory);
    try {
      Files.createDirectories(directory);
      Path record = directory.resolve(RECORD);
      Files.writeString(record, HEADING);
      FileChannel channel = FileChannel.open(record, StandardOpenOption.APPEND);
      return new DirectorySink(directory, before, channel);
    } catch (IOException e) {
      before.restore(directory);
      throw e;
    }
  }

  /// Says that the site can be used as it is.
  public void keep() {
    isKept = true;
  }

  @Override
  public void close() throws IOException {
    record.close();
    if (isKept) {
      sortRecord();
      return;
    }
    empty(root);
    written.clear();
    if (before.record()) {
      before.restore(root);
    } else {
      sortRecord();
    }
  }

  /// The same site is to have the same bytes.
  private void sortRecord() throws IOException {
    String paths = written.stream().sorted().map(path -> path + "\n").collect(joining());
    Path sorted = root.resolve(RECORD + "-sorted");
    Files.writeString(sorted, HEADING + paths);
    Files.move(sorted, root.resolve(RECORD), StandardCopyOption.ATOMIC_MOVE);
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
    // Before anything is made: whatever ends this build, the next one knows what it may delete.
    record.write(ByteBuffer.wrap((path.value() + "\n").getBytes(StandardCharsets.UTF_8)));
    written.add(path.value());
    Path file = root.resolve(path.value());
    Path directory = file.getParent();
    if (directory != null && !directory.equals(root) && !made.contains(directory)) {
      Files.createDirectories(directory);
      made.add(directory); // only now, so that no other thread takes it for made before it is
    }
    return file;
  }

  private static void empty(Path directory) throws IOException {
    Contents contents = new Contents(directory, recorded(directory));
    Files.walkFileTree(directory, contents);
    List<String> foreign = contents.foreign.stream().sorted().toList();
    if (!foreign.isEmpty()) {
      throw new IOException(
          directory
              + " holds what no build made: "
              + String.join(", ", foreign.stream().limit(NAMED).toList())
              + (foreign.size() > NAMED ? " and " + (foreign.size() - NAMED) + " more" : "")
              + "; move it away, or name another directory with --output");
    }
    for (Path made : contents.made) { // a directory comes after what is in it
      Files.delete(made);
    }
  }

  /// The paths of the files that the build before made, and of the directories above them, which
  /// end in `/`.
  private static Set<String> recorded(Path directory) throws IOException {
    Set<String> recorded = new HashSet<>();
    try {
      for (String path : Files.readAllLines(directory.resolve(RECORD))) {
        recorded.add(path);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
          recorded.add(path.substring(0, slash + 1));
        }
      }
    } catch (NoSuchFileException e) {
      return Set.of();
    }
    return recorded;
  }

  /// Sorts what stands in the directory into what a build made and what it did not. Symlinks are
  /// not followed, and no build makes any.
  private static final class Contents extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<String> recorded;
    private final List<Path> made = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    Contents(Path root, Set<String> recorded) {
      this.root = root;
      this.recorded = recorded;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString();
      if (!path.equals(RECORD) && !path.equals(RECORD + "-sorted")) {
        sort(file, attributes.isRegularFile() && recorded.contains(path));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (!visited.equals(root)) {
        sort(visited, recorded.contains(root.relativize(visited) + "/"));
      }
      return FileVisitResult.CONTINUE;
    }

    private void sort(Path path, boolean isMade) {
      if (isMade) {
        made.add(path);
      } else {
        foreign.add(root.relativize(path).toString());
      }
    }
  }
}
