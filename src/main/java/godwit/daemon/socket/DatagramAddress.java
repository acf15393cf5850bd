package godwit.daemon.socket;

import godwit.libc.SocketCalls;
import java.io.IOException;
import java.nio.file.Path;

/// A Unix socket that takes messages, such as systemd's.
public final class DatagramAddress {
  private final byte[] name;

  private DatagramAddress(byte[] name) {
    this.name = name;
  }

  /// @param text an absolute path, or `@` and the name of a socket that has no file
  /// @throws IllegalArgumentException if it is neither, or too long; the message says so
  public static DatagramAddress parse(String text) {
    if (!text.startsWith("/") && !text.startsWith("@")) {
      throw new IllegalArgumentException("no Unix socket: " + text);
    }
    byte[] name = SocketPath.bytes(Path.of(text));
    if (name.length > SocketPath.MAX_BYTES) {
      throw new IllegalArgumentException(text + ": too long for a socket");
    }
    if (text.startsWith("@")) {
      name[0] = 0;
    }
    return new DatagramAddress(name);
  }

  /// Sends a message. @throws IOException if nobody has the socket, or the message is too long
  public void send(byte[] message) throws IOException {
    SocketCalls.sendMessage(name, message);
  }
}
