package godwit.release;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/// Looks whether `html` and `html.old` may be exchanged: nothing may be lost that Godwit did not
/// make.
final class Ownership {
  private final Layout layout;
  private final FileOperations files;
  private final Journal journal;

  Ownership(Layout layout, FileOperations files, Journal journal) {
    this.layout = layout;
    this.files = files;
    this.journal = journal;
  }

  /// @throws ReleaseException if a release cannot be published here without losing something, or
  ///   not as the atomic step that it has to be
  void check() throws IOException {
    FileStatus live = files.status(layout.live());
    FileStatus backup = files.status(layout.backup());
    checkDirectory(layout.live(), live);
    checkDirectory(layout.backup(), backup);
    if (live.exists()) {
      checkReplaceable(backup);
    }
    checkWritable(layout.live(), live);
    checkWritable(layout.backup(), backup);
  }

  /// A directory that gets another parent is written to.
  private void checkWritable(Path tree, FileStatus status) throws IOException {
    if (status.exists() && !files.isWritable(tree)) {
      String path = tree.toString();
      throw ReleaseException.of(
          "exchange", tree, new AccessDeniedException(path, null, "not writable"));
    }
  }

  /// @throws ReleaseException if a tree that takes the place of this `html.old` would make Godwit
  ///   delete what it did not make
  void checkReplaceable(FileStatus backup) throws IOException {
    if (!backup.exists()
        || journal.releaseOf(backup).isPresent()
        || files.list(layout.backup()).isEmpty()) {
      return;
    }
    throw ReleaseException.refused(
        ("Godwit has no record of %s (another tool made it, or the records are lost), and the next"
                + " release to be kept needs its place")
            .formatted(layout.backup()),
        "move it away if you want to keep it (`mv %1$s %1$s.mine`), else delete it"
            .formatted(layout.backup()));
  }

  private void checkDirectory(Path path, FileStatus status) throws IOException {
    switch (status.kind()) {
      case MISSING -> {}
      case DIRECTORY -> checkNoMountPoint(path, status);
      case LINK ->
          throw ReleaseException.refused(
              path + " is a symbolic link, not a directory",
              whenLost(path)
                  + "remove the link, and let publish.target be (a symbolic link to) the directory"
                  + " that is to have html in it");
      case FILE, OTHER ->
          throw ReleaseException.refused(
              path + " is not a directory", "move it away: Godwit needs the name");
    }
  }

  /// What to do about a link that Godwit may have made and has lost its note of.
  private String whenLost(Path link) throws IOException {
    String slot = files.readLink(link).orElse("");
    return Slots.isName(slot)
        ? "if Godwit made it, and .godwit is lost: `cd %s && rm %s && mv %s %2$s`; else "
            .formatted(layout.target(), link.getFileName(), slot)
        : "";
  }

  private void checkNoMountPoint(Path path, FileStatus status) throws IOException {
    if (status.device() != files.status(layout.own()).device()) {
      throw ReleaseException.refused(
          "%s %s".formatted(path, Explanation.MOUNT_POINT.words()).replace("it is", "is"),
          Explanation.MOUNT_POINT.remedy());
    }
  }
}
