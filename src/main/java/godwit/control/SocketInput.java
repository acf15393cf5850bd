package godwit.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// What comes over a channel, with an end to the waiting: sockets of this kind have no timeout of
/// their own.
final class SocketInput extends InputStream {
  private final SocketChannel channel;
  private final Selector selector;
  private final Duration patience;

  /// @param channel is made non-blocking
  /// @param patience how long to wait for the next byte
  SocketInput(SocketChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    this.patience = patience;
    this.selector = Selector.open();
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (true) {
      int count = channel.read(buffer);
      if (count != 0 || length == 0) {
        return count;
      }
      if (selector.select(patience.toMillis()) == 0) {
        throw new SocketTimeoutException();
      }
      selector.selectedKeys().clear();
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
