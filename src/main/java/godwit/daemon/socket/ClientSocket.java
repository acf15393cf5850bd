package godwit.daemon.socket;

import godwit.libc.Errno;
import godwit.libc.StreamCalls;
import godwit.libc.SystemCallException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// The server's end of a connection. Nothing here waits, and any thread may call anything: closing
/// it while another thread reads or writes makes that fail, or comes after it.
public final class ClientSocket implements Closeable {
  /// What goes with one call at most.
  private static final int LARGEST = 64 * 1024;

  private final Descriptor descriptor;
  private final Credentials credentials;

  /// What the kernel has said last, or a call has found since.
  private boolean readable;

  private boolean ended;
  private boolean hungUp;

  ClientSocket(Descriptor descriptor, Credentials credentials) {
    this.descriptor = descriptor;
    this.credentials = credentials;
  }

  Descriptor descriptor() {
    return descriptor;
  }

  /// Who is at the other end.
  public Credentials credentials() {
    return credentials;
  }

  /// Reads what there is, as far as it fits.
  ///
  /// @return how many bytes; 0 if there are none yet, -1 if no more will come
  /// @throws IOException if it was closed, here or, with something unread, over there
  public synchronized int receive(ByteBuffer buffer) throws IOException {
    int room = Math.min(buffer.remaining(), LARGEST);
    if (room == 0) {
      return 0;
    }
    try {
      int count = descriptor.use(number -> StreamCalls.receive(number, buffer, room));
      if (count == 0) {
        ended = true;
        return -1;
      }
      // Fewer than were asked for are all: the kernel says when there are more.
      readable = ended || count == room;
      return count;
    } catch (SystemCallException e) {
      if (e.is(Errno.EAGAIN)) {
        readable = ended;
        return 0;
      }
      throw e;
    }
  }

  /// Writes as much as there is room for.
  ///
  /// @param buffers are moved on
  /// @return how many bytes
  /// @throws IOException if nobody will read them
  public synchronized int send(ByteBuffer... buffers) throws IOException {
    int size = 0;
    for (ByteBuffer buffer : buffers) {
      size = Math.min(LARGEST, size + Math.min(LARGEST, buffer.remaining()));
    }
    if (size == 0) {
      return 0;
    }
    int most = size;
    try {
      return descriptor.use(number -> StreamCalls.send(number, buffers, most));
    } catch (SystemCallException e) {
      if (e.is(Errno.EAGAIN)) {
        return 0;
      }
      throw e;
    }
  }

  /// Sends no more.
  public void shutdownOutput() throws IOException {
    descriptor.use(
        number -> {
          StreamCalls.shutdownOutput(number);
          return true;
        });
  }

  /// What the kernel says of it: there is something to read, no more will come, nobody is there.
  /// Under the same lock as reading, so that it is not forgotten again by a read that came before.
  synchronized void noticed(boolean readableNow, boolean endedNow, boolean hungUpNow) {
    ended |= endedNow || hungUpNow;
    readable |= readableNow || ended;
    hungUp |= hungUpNow;
  }

  /// Whether it makes sense to read.
  public synchronized boolean isReadable() {
    return readable;
  }

  /// Whether the other end was closed, or its process has died: nobody will read an answer.
  public synchronized boolean isHungUp() {
    return hungUp;
  }

  @Override
  public void close() throws IOException {
    descriptor.close();
  }
}
