package godwit.release;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every operation on files that this package makes, so that a test can make any of them fail.
///
/// No operation follows a symbolic link in the last part of a path that it changes. An
/// [IOException] thrown here is turned into a [ReleaseException], with words and a remedy, by the
/// caller.
interface FileOperations {
  /// What stands at the path; a missing file is a status, not an exception.
  FileStatus status(Path path) throws IOException;

  /// The part of [#status] that can be had in half the time.
  BasicStatus basicStatus(Path path) throws IOException;

  /// What a symbolic link contains.
  ///
  /// @return empty if there is no symbolic link
  Optional<String> readLink(Path path) throws IOException;

  /// Whether names in a directory may be changed by the user that this process runs as.
  boolean isWritable(Path directory) throws IOException;

  /// The number of the user that this process runs as.
  int user();

  /// Makes one directory; its mode is narrowed by the umask.
  void createDirectory(Path directory, int mode) throws IOException;

  /// Makes a file of mode 0644, narrowed by the umask, that must not exist yet.
  void createFile(Path file, byte[] content) throws IOException;

  /// Makes a symbolic link that must not exist yet.
  ///
  /// @param text what it contains
  void createLink(Path link, String text) throws IOException;

  /// Makes a copy that must not exist yet, with the source's modification time; the mode is that of
  /// [#createFile].
  ///
  /// @param source a regular file, or a symbolic link to one
  /// @return the size in bytes
  long copyFile(Path source, Path file) throws IOException;

  void setMode(Path path, int mode) throws IOException;

  /// Sets the modification time of a file or directory.
  void setModified(Path path, Instant time) throws IOException;

  byte[] read(Path file) throws IOException;

  /// The SHA-256 of what a file contains.
  ContentHash hash(Path file) throws IOException;

  /// Whether two files contain the same bytes. Symbolic links are followed.
  boolean areSame(Path one, Path other) throws IOException;

  /// What a directory contains, in no order.
  List<Path> list(Path directory) throws IOException;

  /// Deletes a file, a link (not what it leads to) or an empty directory.
  ///
  /// @throws DirectoryNotEmptyException if it is a directory with something in it
  void delete(Path path) throws IOException;

  /// Exchanges two existing names in one atomic step.
  void exchange(Path one, Path other) throws IOException;

  /// Renames, never over something that exists.
  void move(Path from, Path to) throws IOException;

  /// Renames, over what stands there if anything does.
  void replace(Path from, Path to) throws IOException;

  /// Returns when everything written to the file system of this directory is on disk.
  void syncFileSystem(Path directory) throws IOException;

  /// Returns when what this file contains, or the names in this directory, are on disk.
  void sync(Path path) throws IOException;

  /// Takes the exclusive lock on a file, which is made if needed, without waiting. The lock ends
  /// when it is closed or the process dies, however it dies.
  ///
  /// @param holder what to write into the file, for others to read
  /// @return empty if somebody else, in this process or another, has the lock
  Optional<Lock> lock(Path file, byte[] holder) throws IOException;

  /// Takes a lock that keeps those of [#lock] away, and no other of this kind.
  ///
  /// @param file that is there, and may be read
  /// @return empty if somebody has the exclusive lock
  Optional<Lock> lockToRead(Path file) throws IOException;

  /// Makes a directory outside of the target that only this user can enter.
  Path createTemporaryDirectory() throws IOException;

  /// Deletes whatever stands at the path, if anything does, without following symbolic links.
  default void deleteTree(Path path) throws IOException {
    try {
      delete(path);
    } catch (NoSuchFileException e) {
      return; // somebody was faster
    } catch (DirectoryNotEmptyException e) {
      for (Path child : list(path)) {
        deleteTree(child);
      }
      delete(path);
    }
  }

  /// A lock that is held.
  interface Lock extends AutoCloseable {
    @Override
    void close();
  }
}
