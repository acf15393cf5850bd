package godwit.daemon;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// A client that sends bytes as they are, and tells what comes back.
final class RawClient implements AutoCloseable {
  private final SocketChannel channel;
  private final StringBuilder received = new StringBuilder();
  private boolean atEnd;

  RawClient(Path socket) throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    channel.configureBlocking(false);
  }

  RawClient send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Sends as much as the server takes; it may close the connection meanwhile.
  RawClient send(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    try {
      while (buffer.hasRemaining() && System.nanoTime() < end) {
        if (channel.write(buffer) == 0) {
          receive();
          Thread.onSpinWait();
        }
      }
    } catch (IOException e) {
      // What was answered before can still be read.
    }
    return this;
  }

  RawClient get(String target) {
    return send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  /// Says that no more will be sent.
  RawClient end() {
    try {
      channel.shutdownOutput();
    } catch (IOException e) {
      // The server has closed it.
    }
    return this;
  }

  /// What has come once it contains a text, or the connection is closed.
  ///
  /// @throws AssertionError if neither happens in time
  String until(String text, Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (received.indexOf(text) < 0 && !atEnd) {
      receive();
      if (System.nanoTime() > end) {
        throw new AssertionError("no '" + text + "' within " + limit + ", but: " + received);
      }
      Thread.sleep(1);
    }
    return received.toString();
  }

  /// All that has come when the server closes the connection.
  String untilClosed(Duration limit) throws IOException, InterruptedException {
    return until("\u0000never\u0000", limit);
  }

  boolean isClosed() throws IOException {
    receive();
    return atEnd;
  }

  /// Forgets what has come.
  RawClient clear() {
    received.setLength(0);
    return this;
  }

  private void receive() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16_384);
    try {
      int count;
      while ((count = channel.read(buffer.clear())) > 0) {
        received.append(new String(buffer.array(), 0, count, StandardCharsets.UTF_8));
      }
      atEnd |= count < 0;
    } catch (IOException e) {
      atEnd = true; // reset: it has closed with something unread
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
