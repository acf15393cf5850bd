package godwit.daemon.socket;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
      int count = buffer.isDirect() ? receiveHere(buffer, room) : receiveAndCopy(buffer, room);
      if (count == 0) {
        ended = true;
        return -1;
      }
      // Fewer than were asked for are all: the kernel says when there are more.
      readable = ended || count == room;
      return count;
    } catch (SystemCallException e) {
      if (e.errno() == SystemCalls.EAGAIN) {
        readable = ended;
        return 0;
      }
      throw e;
    }
  }

  private int receiveHere(ByteBuffer buffer, int room) throws IOException {
    MemorySegment bytes = MemorySegment.ofBuffer(buffer).asSlice(0, room);
    int count = descriptor.use(number -> StreamCalls.receive(number, bytes));
    buffer.position(buffer.position() + count);
    return count;
  }

  private int receiveAndCopy(ByteBuffer buffer, int room) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(room);
      int count = descriptor.use(number -> StreamCalls.receive(number, bytes));
      buffer.put(bytes.asSlice(0, count).asByteBuffer());
      return count;
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
    try (Arena arena = Arena.ofConfined()) {
      // In one piece, so that the other end is woken once.
      MemorySegment bytes = arena.allocate(size);
      gather(buffers, bytes.asByteBuffer());
      int count = descriptor.use(number -> StreamCalls.send(number, bytes));
      moveOn(buffers, count);
      return count;
    } catch (SystemCallException e) {
      if (e.errno() == SystemCalls.EAGAIN) {
        return 0;
      }
      throw e;
    }
  }

  private static void gather(ByteBuffer[] buffers, ByteBuffer whole) {
    for (ByteBuffer buffer : buffers) {
      ByteBuffer part = buffer.duplicate();
      part.limit(part.position() + Math.min(part.remaining(), whole.remaining()));
      whole.put(part);
    }
  }

  private static void moveOn(ByteBuffer[] buffers, int count) {
    int left = count;
    for (ByteBuffer buffer : buffers) {
      int moved = Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + moved);
      left -= moved;
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
