package godwit.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that only this user can read and that is gone when it is closed.
public record TemporaryFile(Path path, FileChannel channel) implements AutoCloseable {
  /// Not with `DELETE_ON_CLOSE`: that takes away the name at once, by which a child opens it.
  public static TemporaryFile make() throws IOException {
    Path path = Files.createTempFile("godwit-", ".tmp");
    return new TemporaryFile(
        path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /// The last bytes of it.
  public String end(int most) throws IOException {
    long size = channel.size();
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, most));
    while (bytes.hasRemaining()
        && channel.read(bytes, size - bytes.capacity() + bytes.position()) >= 0) {}
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
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
