package godwit.daemon.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request and its one answer, whichever thread has it.
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ControlConnection connection;
  private final Limits limits;
  private final EndlessStreams endless;
  private final AtomicBoolean answering = new AtomicBoolean();
  private final AtomicBoolean finished = new AtomicBoolean();
  private final List<Runnable> hangUpActions = new ArrayList<>();
  private boolean gone;
  private volatile long bodySince;
  private volatile @Nullable BufferedStream stream;

  Exchange(
      Request request,
      Response response,
      Callback callback,
      ControlConnection connection,
      Limits limits,
      EndlessStreams endless) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.connection = connection;
    this.limits = limits;
    this.endless = endless;
  }

  ControlConnection connection() {
    return connection;
  }

  /// Gives the answer, unless one was given or the client has gone.
  void answer(Answer answer) {
    switch (answer) {
      case Answer.Whole whole -> {
        if (answering.compareAndSet(false, true)) {
          write(whole);
        }
      }
      case Answer.Later later -> {
        // There is no limit to how long a publish takes; who has gone is seen all the same.
        request.addIdleTimeoutListener(timeout -> false);
        later
            .answer()
            .whenComplete(
                (value, failure) -> {
                  if (failure != null) {
                    fail(failure);
                  } else {
                    answer(value);
                  }
                });
      }
      case Answer.Stream streamed -> {
        if (answering.compareAndSet(false, true)) {
          begin(streamed);
        }
      }
    }
  }

  /// Answers with what went wrong: a problem as it is, anything else as a bug.
  void fail(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ProblemException refused) {
      answer(Answer.problem(refused.problem()));
      return;
    }
    LOG.error(
        "a bug in Godwit, met by {} {}",
        request.getMethod(),
        request.getHttpURI().getPath(),
        cause);
    if (answering.get()) {
      drop("its answer was not finished");
    } else {
      answer(Answer.problem(Problems.bug()));
    }
  }

  /// The body is being read, and is to be there in time.
  void beginBody() {
    long now = System.nanoTime();
    bodySince = now == 0 ? 1 : now;
  }

  void endBody() {
    bodySince = 0;
  }

  void checkBodyTime(long now) {
    long since = bodySince;
    if (since != 0 && now - since > limits.bodyTime().toNanos()) {
      endBody();
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      answer(Answer.problem(Problems.tooSlow("body", limits.bodyTime())));
    }
  }

  void whenGone(Runnable action) {
    synchronized (this) {
      if (!gone) {
        if (!finished.get()) {
          hangUpActions.add(action);
        }
        return;
      }
    }
    executor().execute(action);
  }

  /// The client has closed the connection.
  void hangUp() {
    drop("the client has hung up");
  }

  /// Gives up on the client.
  void drop(String reason) {
    List<Runnable> actions;
    synchronized (this) {
      if (gone || finished.get()) {
        return;
      }
      gone = true;
      actions = List.copyOf(hangUpActions);
      hangUpActions.clear();
    }
    answering.set(true);
    actions.forEach(executor()::execute);
    EofException failure = new EofException(reason);
    connection.getEndPoint().close(failure);
    finish(() -> callback.failed(failure));
  }

  /// The answer is written.
  void complete() {
    finish(callback::succeeded);
  }

  private void finish(Runnable last) {
    if (!finished.compareAndSet(false, true)) {
      return;
    }
    connection.done();
    BufferedStream written = stream;
    if (written != null) {
      endless.remove(written);
      written.close();
    }
    last.run();
  }

  private void write(Answer.Whole whole) {
    response.setStatus(whole.status());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    whole.fields().forEach((name, value) -> response.getHeaders().put(name, value));
    if (!whole.mediaType().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, whole.mediaType());
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.body().remaining());
    }
    response.write(
        true,
        whole.body().duplicate(),
        Callback.from(this::complete, failure -> drop("the client does not read")));
  }

  private void begin(Answer.Stream streamed) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, streamed.mediaType());
    streamed.fields().forEach((name, value) -> response.getHeaders().put(name, value));
    if (HttpMethod.HEAD.is(request.getMethod())) {
      response.write(true, null, Callback.from(this::complete, failure -> drop("it has gone")));
      return;
    }
    request.addIdleTimeoutListener(timeout -> false);
    BufferedStream begun = new BufferedStream(response, this, executor(), limits.streamBytes());
    stream = begun;
    if (streamed.endless()) {
      endless.add(begun);
    }
    begun.start();
    try {
      streamed.writer().accept(begun);
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private Executor executor() {
    return connection.getConnector().getExecutor();
  }
}
