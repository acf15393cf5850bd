package godwit.daemon.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// A connection that is one too many: whatever it asks, it is told so.
final class RefusingConnection extends AbstractConnection {
  /// In which the client is to have read the answer.
  private static final int PATIENCE_MILLIS = 1000;

  private final Limits limits;

  RefusingConnection(EndPoint endPoint, Executor executor, Limits limits) {
    super(endPoint, executor);
    this.limits = limits;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    getEndPoint().setIdleTimeout(PATIENCE_MILLIS);
    getEndPoint()
        .write(
            Callback.from(
                () -> {
                  getEndPoint().shutdownOutput();
                  fillInterested();
                },
                failure -> getEndPoint().close()),
            RawAnswer.of(Problems.tooManyConnections(limits)));
  }

  @Override
  public void onFillable() {
    ByteBuffer unwanted = BufferUtil.allocate(4096);
    try {
      int filled;
      do {
        BufferUtil.clear(unwanted);
        filled = getEndPoint().fill(unwanted);
      } while (filled > 0);
      if (filled < 0) {
        getEndPoint().close();
      } else {
        fillInterested();
      }
    } catch (IOException e) {
      getEndPoint().close(e);
    }
  }
}
