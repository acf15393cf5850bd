package godwit.release;

import godwit.libc.Errno;
import godwit.libc.UserCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what the user who publishes may not change under a target, for somebody else has put it
/// there or has changed its owner or mode.
final class Obstacles {
  private static final int ROOT = 0;
  private static final int OWNER_ALL = 0700;
  private static final int OWNER_READS = 0400;
  private static final int OTHERS_READ = 0044;

  private final Layout layout;
  private final FileOperations files;

  Obstacles(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// Something that is in the way.
  ///
  /// @param why to be read after the path
  record Obstacle(Path path, String why, String remedy) {
    @Override
    public String toString() {
      return path + " " + why;
    }
  }

  /// @throws ReleaseException if this is root, and the target another user's: what root makes, he
  ///   could never change again
  void refuseRoot(Holder holder) throws IOException {
    int publisher = publisher();
    if (files.user() != ROOT || publisher == ROOT) {
      return;
    }
    String name = UserCalls.name(publisher).orElse("#" + publisher);
    String command = holder.command().startsWith("godwit ") ? holder.command() : "godwit publish";
    throw new ReleaseException(
        ReleaseException.Kind.NOT_PERMITTED,
        "root does not publish to %s: it belongs to %s, who could not publish there after that"
            .formatted(layout.target(), name),
        "run it as that user: `sudo -u %s %s`".formatted(quoted(name), command),
        null);
  }

  /// Whether the target is another user's, and this one root, who is to change nothing then.
  boolean isRootAmongOthers() throws IOException {
    return files.user() == ROOT && publisher() != ROOT;
  }

  /// Who publishes here. Where root has made `.godwit` it is who owns the target.
  private int publisher() throws IOException {
    FileStatus own = files.status(layout.own());
    return own.exists() && own.owner() != ROOT
        ? own.owner()
        : files.status(layout.target()).owner();
  }

  /// The same failure, with what has caused it and how to mend that, if such a thing is found.
  ReleaseException explain(ReleaseException failure) {
    if (failure.kind() != ReleaseException.Kind.NOT_PERMITTED) {
      return failure;
    }
    try {
      if (publisher() != files.user()) {
        return failure;
      }
      List<Obstacle> all = all();
      if (all.isEmpty() || failure.getMessage().contains(all.getFirst().toString())) {
        return failure;
      }
      return new ReleaseException(
          failure.kind(),
          failure.getMessage() + ": " + all.getFirst(),
          all.getFirst().remedy(),
          failure);
    } catch (IOException e) {
      failure.addSuppressed(e);
      return failure;
    }
  }

  /// What is in the way in a tree that could not be used.
  ///
  /// @return empty if the failure has another cause
  Optional<Obstacle> behind(IOException failure, Path tree) throws IOException {
    return isDenied(failure) ? first(tree) : Optional.empty();
  }

  Optional<Obstacle> first(Path tree) throws IOException {
    List<Obstacle> found = new ArrayList<>();
    int publisher = publisher();
    if (publisher != ROOT) {
      walk(tree, publisher, found);
    }
    return found.stream().findFirst();
  }

  private static boolean isDenied(IOException failure) {
    Errno errno = Errno.of(failure.getCause() instanceof IOException cause ? cause : failure);
    return errno == Errno.EACCES || errno == Errno.EPERM;
  }

  /// Everything that is in the way; what lies below a directory that is, is left out.
  List<Obstacle> all() throws IOException {
    List<Obstacle> found = new ArrayList<>();
    int publisher = publisher();
    if (publisher == ROOT) {
      return found;
    }
    FileStatus lock =
        files.status(layout.own()).owner() == publisher
            ? files.status(layout.lock())
            : FileStatus.MISSING;
    if (lock.exists() && lock.owner() != publisher) {
      found.add(belongs(layout.lock(), lock, publisher));
    }
    for (Path path : List.of(layout.live(), layout.backup(), layout.own())) {
      walk(path, publisher, found);
    }
    return found;
  }

  private void walk(Path path, int publisher, List<Obstacle> found) throws IOException {
    FileStatus status = files.status(path);
    Optional<Obstacle> obstacle = look(path, status, publisher);
    obstacle.ifPresent(found::add);
    if (obstacle.isEmpty() && status.isDirectory() && !path.equals(layout.kept())) {
      for (Path child : files.list(path).stream().sorted().toList()) {
        walk(child, publisher, found);
      }
    }
  }

  private Optional<Obstacle> look(Path path, FileStatus status, int publisher) {
    boolean isHis = status.owner() == publisher;
    return switch (status.kind()) {
      case DIRECTORY ->
          !isHis
              ? Optional.of(belongs(path, status, publisher))
              : (status.mode() & OWNER_ALL) == OWNER_ALL
                  ? Optional.empty()
                  : Optional.of(hasMode(path, status, "u+rwx"));
      case FILE ->
          !isHis
              ? (status.mode() & OTHERS_READ) == 0
                  ? Optional.of(belongs(path, status, publisher))
                  : Optional.empty()
              : (status.mode() & OWNER_READS) != 0
                  ? Optional.empty()
                  : Optional.of(hasMode(path, status, "u+r"));
      case MISSING, LINK, OTHER -> Optional.empty();
    };
  }

  private Obstacle belongs(Path path, FileStatus status, int publisher) {
    return new Obstacle(
        path,
        "belongs to " + UserCalls.name(status.owner()).orElse("user " + status.owner()),
        "give everything there to the user that publishes: `sudo chown -R %s %s`"
            .formatted(
                UserCalls.name(publisher).orElse(Integer.toString(publisher)), layout.target()));
  }

  private static Obstacle hasMode(Path path, FileStatus status, String wanted) {
    return new Obstacle(
        path,
        "has the mode %04o".formatted(status.mode()),
        "let its owner in: `chmod %s %s`".formatted(wanted, path));
  }

  private static String quoted(String name) {
    return name.startsWith("#") ? "'" + name + "'" : name;
  }
}
