package godwit.daemon;

import godwit.control.BusyException;
import godwit.control.CancelledException;
import godwit.control.OperationJson;
import godwit.control.OperationView;
import godwit.control.OperationView.Ending;
import godwit.control.RequestJson;
import godwit.daemon.http.Answer;
import godwit.daemon.http.Call;
import godwit.daemon.http.Problem;
import godwit.daemon.http.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// How the calls of the API answer.
final class Replies {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";

  /// Nobody is let wait for longer than this where he says for how long.
  static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final OperationRegistry operations;

  Replies(OperationRegistry operations) {
    this.operations = operations;
  }

  /// Something that is asked of the queue.
  interface Asking<R> {
    Operation<R> ask() throws BusyException, CancelledException;
  }

  /// Asks for something. @throws ProblemException if it is not taken
  <R> Operation<R> ask(Asking<R> asking) {
    try {
      return asking.ask();
    } catch (BusyException e) {
      throw new ProblemException(Failures.of(e));
    } catch (CancelledException e) {
      throw new ProblemException(Failures.stopping(e));
    }
  }

  /// Something that reads files.
  interface Reading {
    String read() throws IOException;
  }

  /// JSON that is there.
  static Answer read(Reading reading) {
    try {
      return json(200, reading.read());
    } catch (IOException e) {
      return Answer.problem(Failures.of(e));
    }
  }

  static Answer.Whole json(int status, String json) {
    return Answer.json(status, bytes(json));
  }

  /// What has become of an operation.
  static Answer.Whole ended(Ending ending) {
    if (ending.status() == 200) {
      return json(200, ending.json());
    }
    Answer.Whole answer =
        new Answer.Whole(
            ending.status(), Map.of(), Problem.MEDIA_TYPE, ByteBuffer.wrap(bytes(ending.json())));
    return ending.status() == 503 ? answer.with("Retry-After", Answer.RETRY_SECONDS) : answer;
  }

  /// Waits for the end; who prefers not to, is told where to look.
  Answer follow(Call call, Operation<?> operation) {
    if (call.preference("respond-async").isEmpty()) {
      return Answer.later(operation.told().thenApply(Replies::ended));
    }
    long seconds = call.preference("wait").map(Replies::seconds).orElse(0L);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    operation.told().thenApply(Replies::ended).whenComplete(completing(answer));
    if (seconds == 0 && !answer.isDone()) {
      answer.complete(accepted(operation));
    } else {
      soon(() -> accepted(operation), answer, seconds);
    }
    return Answer.later(answer);
  }

  private Answer accepted(Operation<?> operation) {
    OperationView view = operations.view(operation);
    return json(202, OperationJson.operation(view))
        .with("Location", "/v1/operations/" + view.id())
        .with("Preference-Applied", "respond-async");
  }

  /// An operation when it has ended, or after so many seconds as it is then.
  Answer whenEnded(Operation<?> operation, OptionalLong seconds) {
    long bound = Math.min(seconds.orElse(0), LONGEST_WAIT.toSeconds());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    if (bound == 0) {
      return operation(operations.view(operation));
    }
    operation
        .told()
        .<Answer>thenApply(_ -> operation(operations.view(operation)))
        .whenComplete(completing(answer));
    soon(() -> operation(operations.view(operation)), answer, bound);
    return Answer.later(answer);
  }

  static Answer operation(OperationView view) {
    return json(200, OperationJson.operation(view));
  }

  /// Answers with what holds when the time is over.
  private static void soon(Holding holding, CompletableFuture<Answer> answer, long seconds) {
    CompletionStage<Boolean> over =
        new CompletableFuture<Boolean>().completeOnTimeout(true, seconds, TimeUnit.SECONDS);
    over.thenAccept(
        _ -> {
          if (!answer.isDone()) {
            answer.complete(holding.answer());
          }
        });
  }

  private interface Holding {
    Answer answer();
  }

  private static BiConsumer<Answer, Throwable> completing(CompletableFuture<Answer> answer) {
    return (value, failure) -> {
      if (failure != null) {
        answer.completeExceptionally(failure);
      } else {
        answer.complete(value);
      }
    };
  }

  private static long seconds(String value) {
    if (!value.matches("[0-9]{1,9}")) {
      return 0; // RFC 7240: a preference that is not understood is passed over
    }
    return Math.min(Long.parseLong(value), LONGEST_WAIT.toSeconds());
  }

  /// Refuses names in the query that mean nothing here.
  static void onlyQuery(Call call, String... names) {
    for (String name : call.query().keySet()) {
      if (!List.of(names).contains(name)) {
        throw new ProblemException(
            Problem.of(400, "bad-query", "The query is wrong", "there is no '" + name + "' here")
                .with("parameter", name));
      }
    }
  }

  /// Reads a body. @throws ProblemException if it is wrong
  static <T> T body(Call call, Body<T> body) {
    try {
      return body.read(call.bodyText());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.of(400, "bad-body", "The body is wrong", e.getMessage() + ""));
    }
  }

  /// There is nothing to be said.
  static final Body<Boolean> NOTHING =
      json -> {
        RequestJson.nothing(json);
        return true;
      };

  /// Understands a body. Throws an [IllegalArgumentException] that says what is wrong.
  interface Body<T> {
    T read(String json);
  }

  private static byte[] bytes(String json) {
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
