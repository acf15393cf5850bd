package godwit.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that only this user can read and that is gone when it is closed.
record TemporaryFile(Path path, FileChannel channel) implements AutoCloseable {
  /// Not with `DELETE_ON_CLOSE`: that takes away the name at once, by which a child opens it.
  static TemporaryFile make() throws IOException {
    Path path = Files.createTempFile("godwit-", ".tmp");
    return new TemporaryFile(
        path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      Files.deleteIfExists(path);
    }
  }
}
