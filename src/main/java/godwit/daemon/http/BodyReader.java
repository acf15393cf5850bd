package godwit.daemon.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads a body as it comes, holding no thread while it does not.
final class BodyReader implements Runnable {
  private static final Problem NOT_WHOLE =
      Problems.malformed("the body is not whole, or badly framed");

  private final Request request;
  private final Exchange exchange;
  private final Limits limits;
  private final Consumer<byte[]> whole;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// @param whole is given the body
  BodyReader(Request request, Exchange exchange, Limits limits, Consumer<byte[]> whole) {
    this.request = request;
    this.exchange = exchange;
    this.limits = limits;
    this.whole = whole;
  }

  void start() {
    if (request.getLength() > limits.bodyBytes()) {
      exchange.answer(Answer.problem(Problems.bodyTooLarge(limits)));
      return;
    }
    exchange.beginBody();
    run();
  }

  @Override
  public void run() {
    if (exchange.enter()) {
      try {
        read();
      } finally {
        exchange.leave();
      }
    }
  }

  private void read() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        exchange.endBody();
        failed(chunk.getFailure());
        return;
      }
      boolean last = chunk.isLast();
      boolean fits = bytes.size() + chunk.remaining() <= limits.bodyBytes();
      if (fits) {
        add(chunk.getByteBuffer());
      }
      chunk.release();
      if (!fits) {
        exchange.endBody();
        exchange.answer(Answer.problem(Problems.bodyTooLarge(limits)));
        return;
      }
      if (last) {
        exchange.endBody();
        if (exchange.connection().isWhole()) {
          whole.accept(bytes.toByteArray());
        } else {
          exchange.answer(Answer.problem(NOT_WHOLE));
        }
        return;
      }
    }
  }

  private void add(ByteBuffer buffer) {
    byte[] part = new byte[buffer.remaining()];
    buffer.get(part);
    bytes.writeBytes(part);
  }

  private void failed(Throwable failure) {
    switch (failure) {
      case TimeoutException _ ->
          exchange.answer(Answer.problem(Problems.tooSlow("body", limits.idleTime())));
      case HttpException _ -> exchange.answer(Answer.problem(NOT_WHOLE));
      default -> exchange.drop("the connection failed: " + failure.getMessage());
    }
  }
}
