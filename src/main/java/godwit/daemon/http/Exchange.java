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
///
/// Jetty is told that the exchange is over when nobody reads the request or writes the answer any
/// more, and not before: it then gives the buffers of both to other connections, and who still used
/// them would read what others ask, and write what others are answered. So whatever uses them goes
/// between [#enter] and [#leave].
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ControlConnection connection;
  private final Limits limits;
  private final EndlessStreams endless;
  private final AtomicBoolean answering = new AtomicBoolean();
  private final List<Runnable> hangUpActions = new ArrayList<>();

  /// How many use the request or the response; the one that handles the request to begin with.
  private int uses = 1;

  /// What Jetty is to be told.
  private @Nullable Runnable outcome;

  private boolean finished;
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

  /// Begins to use the request or the response.
  ///
  /// @return false if that is over
  synchronized boolean enter() {
    if (gone || finished) {
      return false;
    }
    uses++;
    return true;
  }

  /// Uses them no more.
  void leave() {
    synchronized (this) {
      uses--;
    }
    settle();
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
      answer(
          Answer.problem(Problems.tooSlow("body", limits.bodyTime())).with("Connection", "close"));
    }
  }

  void whenGone(Runnable action) {
    synchronized (this) {
      if (!gone) {
        if (!finished) {
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
    EofException failure = new EofException(reason);
    List<Runnable> actions;
    synchronized (this) {
      if (gone || outcome != null) {
        return;
      }
      gone = true;
      outcome = () -> callback.failed(failure);
      actions = List.copyOf(hangUpActions);
      hangUpActions.clear();
    }
    answering.set(true);
    actions.forEach(executor()::execute);
    connection.getEndPoint().close(failure); // fails what is being written
    closeStream();
    settle();
  }

  /// The answer is written.
  void complete() {
    synchronized (this) {
      if (outcome == null) {
        outcome = callback::succeeded;
      }
    }
    settle();
  }

  private void settle() {
    Runnable last;
    synchronized (this) {
      if (uses > 0 || outcome == null || finished) {
        return;
      }
      finished = true;
      last = outcome;
    }
    connection.done();
    closeStream();
    last.run();
  }

  private void closeStream() {
    BufferedStream written = stream;
    if (written != null) {
      endless.remove(written);
      written.close();
    }
  }

  /// What is told when a write is over that was begun after [#enter].
  private Callback written(String otherwise) {
    return Callback.from(
        () -> {
          leave();
          complete();
        },
        failure -> {
          leave();
          drop(otherwise);
        });
  }

  private void write(Answer.Whole whole) {
    if (!enter()) {
      return;
    }
    response.setStatus(whole.status());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    whole.fields().forEach((name, value) -> response.getHeaders().put(name, value));
    if (!whole.mediaType().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, whole.mediaType());
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.body().remaining());
    }
    response.write(true, whole.body().duplicate(), written("the client does not read"));
  }

  private void begin(Answer.Stream streamed) {
    if (!enter()) {
      return;
    }
    try {
      beginEntered(streamed);
    } finally {
      leave();
    }
  }

  private void beginEntered(Answer.Stream streamed) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, streamed.mediaType());
    streamed.fields().forEach((name, value) -> response.getHeaders().put(name, value));
    if (HttpMethod.HEAD.is(request.getMethod())) {
      if (enter()) {
        response.write(true, null, written("it has gone"));
      }
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
