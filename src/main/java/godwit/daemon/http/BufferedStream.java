package godwit.daemon.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// A stream that keeps what its client has not read yet: one write is under way at a time, and what
/// is written meanwhile goes with the next.
final class BufferedStream extends AnswerStream {
  /// What goes with one write at most, so that what is kept is not copied whole each time.
  private static final int LARGEST_WRITE = 64 * 1024;

  private enum State {
    OPEN,
    ENDED,
    CLOSED
  }

  private final Response response;
  private final Exchange exchange;
  private final Executor executor;
  private final int most;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final List<Runnable> closeActions = new ArrayList<>();
  private int waitingBytes;
  private boolean writing = true; // the header
  private boolean lastWritten;
  private State state = State.OPEN;

  BufferedStream(Response response, Exchange exchange, Executor executor, int most) {
    this.response = response;
    this.exchange = exchange;
    this.executor = executor;
    this.most = most;
  }

  /// Sends the header.
  void start() {
    send(false, null);
  }

  @Override
  public boolean write(byte[] bytes) {
    boolean falling;
    synchronized (this) {
      if (state != State.OPEN) {
        return false;
      }
      falling = waitingBytes + bytes.length > most;
      if (!falling) {
        waiting.add(bytes.clone());
        waitingBytes += bytes.length;
      }
    }
    if (falling) {
      exchange.drop("a client reads too slowly");
      return false;
    }
    writeNext();
    return true;
  }

  @Override
  public void end() {
    synchronized (this) {
      if (state != State.OPEN) {
        return;
      }
      state = State.ENDED;
    }
    writeNext();
  }

  @Override
  public synchronized boolean isOpen() {
    return state == State.OPEN;
  }

  @Override
  public void onClose(Runnable action) {
    synchronized (this) {
      if (state != State.CLOSED) {
        closeActions.add(action);
        return;
      }
    }
    executor.execute(action);
  }

  /// Nobody reads any more.
  void close() {
    List<Runnable> actions;
    synchronized (this) {
      if (state == State.CLOSED) {
        return;
      }
      state = State.CLOSED;
      waiting.clear();
      waitingBytes = 0;
      actions = List.copyOf(closeActions);
      closeActions.clear();
    }
    actions.forEach(executor::execute);
  }

  private void writeNext() {
    ByteBuffer next;
    boolean last;
    synchronized (this) {
      if (writing || lastWritten || state == State.CLOSED) {
        return;
      }
      next = take();
      last = state == State.ENDED && waiting.isEmpty();
      if (next == null && !last) {
        return;
      }
      writing = true;
      lastWritten = last;
    }
    send(last, next);
  }

  private void send(boolean last, @Nullable ByteBuffer next) {
    if (exchange.enter()) {
      response.write(last, next, new Written());
    }
  }

  private @Nullable ByteBuffer take() {
    if (waiting.isEmpty()) {
      return null;
    }
    int size = 0;
    List<byte[]> parts = new ArrayList<>();
    do {
      byte[] part = waiting.remove();
      parts.add(part);
      size += part.length;
    } while (!waiting.isEmpty() && size + waiting.element().length <= LARGEST_WRITE);
    waitingBytes -= size;
    ByteBuffer bytes = ByteBuffer.allocate(size);
    parts.forEach(bytes::put);
    return bytes.flip();
  }

  private final class Written implements Callback {
    @Override
    public void succeeded() {
      exchange.leave();
      boolean last;
      synchronized (BufferedStream.this) {
        writing = false;
        last = lastWritten;
      }
      if (last) {
        exchange.complete();
        close();
      } else {
        writeNext();
      }
    }

    @Override
    public void failed(Throwable failure) {
      exchange.leave();
      exchange.drop("a client has gone or does not read");
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
