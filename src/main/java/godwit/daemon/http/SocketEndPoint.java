package godwit.daemon.http;

import godwit.daemon.socket.ClientSocket;
import godwit.daemon.socket.Poller;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Jetty reads and writes a connection by. Only here is it closed.
final class SocketEndPoint extends AbstractEndPoint implements Poller.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(SocketEndPoint.class);

  private final ClientSocket socket;
  private final Poller poller;
  private final Executor executor;
  private final BiConsumer<SocketEndPoint, @Nullable Throwable> closed;

  /// How many threads read, or work on what they have read.
  private final AtomicInteger filling = new AtomicInteger();

  /// Whether what has come last does not count.
  private volatile boolean passedOver;

  /// What the poller calls it; 0 until it does.
  private volatile long id;

  /// @param closed is told once, with the cause if that is a failure
  SocketEndPoint(
      ClientSocket socket,
      Poller poller,
      Executor executor,
      Scheduler scheduler,
      BiConsumer<SocketEndPoint, @Nullable Throwable> closed) {
    super(scheduler);
    this.socket = socket;
    this.poller = poller;
    this.executor = executor;
    this.closed = closed;
  }

  /// Has the poller tell what happens from now on.
  void watch() throws IOException {
    id = poller.watch(this);
    if (!isOpen()) {
      poller.forget(id);
    }
  }

  /// What is to be done now that something has changed; null for nothing.
  ///
  /// @param writable whether there is room again
  @Nullable Runnable changed(boolean writable) {
    boolean readable = socket.isReadable() && isFillInterested();
    // What was sent before is read first, so that who asks and leaves is heard.
    if (socket.isHungUp() && (isBusy() || (!readable && filling.get() == 0))) {
      return Invocable.from(Invocable.InvocationType.BLOCKING, this::close);
    }
    if (writable) {
      return Invocable.from(
          Invocable.InvocationType.BLOCKING,
          () -> {
            getWriteFlusher().completeWrite();
            if (readable) {
              new Fill().run();
            }
          });
    }
    return readable ? new Fill() : null;
  }

  private boolean isBusy() {
    return getConnection() instanceof ControlConnection connection && connection.isBusy();
  }

  /// Whether something has come that was not read, or is being looked at.
  boolean isUnread() {
    return socket.isReadable() || filling.get() > 0;
  }

  /// Whether nobody is there to be answered.
  boolean isHungUp() {
    return socket.isHungUp();
  }

  @Override
  public ClientSocket socket() {
    return socket;
  }

  /// Jetty also says so when it has read and waits for more.
  @Override
  public void notIdle() {
    if (!passedOver) {
      super.notIdle();
    }
  }

  @Override
  public int fill(ByteBuffer buffer) {
    if (isInputShutdown()) {
      return -1;
    }
    int filled;
    int end = BufferUtil.flipToFill(buffer);
    try {
      filled = socket.receive(buffer);
    } catch (IOException e) {
      LOG.debug("cannot be read any more", e);
      filled = -1;
    } finally {
      BufferUtil.flipToFlush(buffer, end);
    }
    if (filled < 0) {
      shutdownInput();
    } else if (filled > 0) {
      // What has come stands at the end of what is in the buffer.
      ByteBuffer come = buffer.slice(buffer.limit() - filled, filled);
      passedOver =
          getConnection() instanceof ControlConnection connection && !connection.counts(come);
      notIdle();
    }
    return filled;
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    try {
      if (socket.send(buffers) > 0) {
        passedOver = false;
        notIdle();
      }
    } catch (IOException e) {
      throw new EofException(e);
    }
    for (ByteBuffer buffer : buffers) {
      if (buffer.hasRemaining()) {
        return false;
      }
    }
    return true;
  }

  /// Is told at once of what has come before it asked.
  @Override
  protected void needsFillInterest() {
    if (socket.isReadable()) {
      executor.execute(new Fill());
    }
  }

  @Override
  protected void onIncompleteFlush() {
    try {
      poller.awaitRoom(id, socket);
    } catch (IOException e) {
      close(e);
    }
  }

  @Override
  protected void doShutdownOutput() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      LOG.debug("was closed before", e);
    }
  }

  @Override
  protected void doClose() {
    poller.forget(id);
    try {
      socket.close();
    } catch (IOException e) {
      LOG.warn("a connection was closed badly", e);
    }
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    try {
      super.onClose(cause);
    } finally {
      closed.accept(this, cause);
    }
  }

  @Override
  public Object getTransport() {
    return socket;
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return null;
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return null;
  }

  private final class Fill implements Invocable.Task {
    @Override
    public void run() {
      filling.incrementAndGet();
      try {
        getFillInterest().fillable();
      } finally {
        filling.decrementAndGet();
        if (socket.isHungUp()) {
          close();
        }
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return getFillInterest().getCallbackInvocationType();
    }
  }
}
