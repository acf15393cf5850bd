package godwit.daemon;

import godwit.daemon.http.Answer;
import godwit.daemon.http.AnswerStream;
import godwit.daemon.http.Call;
import godwit.daemon.http.Problem;
import godwit.daemon.http.ProblemException;
import godwit.daemon.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Routes that do what commands will: answer at once, later, bit by bit, or break.
final class ServedRoutes {
  /// How many clients of `/later`, `/ticks`, `/flood` and `/events` have gone too early.
  final AtomicInteger gone = new AtomicInteger();

  /// What is never completed but by [#release].
  private final List<CompletableFuture<Answer>> held = new ArrayList<>();

  List<Route> all() {
    List<Route> routes = new ArrayList<>(LifeRoutes.of("1.2.3"));
    routes.add(
        Route.of("POST", "/echo/{word}", ServedRoutes::echo)
            .producing("text/plain", "application/json")
            .consuming("application/json", "text/plain"));
    routes.add(Route.get("/bug", call -> bug()));
    routes.add(Route.get("/later-bug", call -> Answer.later(failing(new IllegalStateException()))));
    routes.add(
        Route.get(
            "/refused",
            call ->
                Answer.later(
                    failing(
                        new ProblemException(
                            Problem.of(409, "busy", "It is busy", "wait").with("owner", 7))))));
    routes.add(Route.get("/later", this::later));
    routes.add(Route.get("/held", this::held));
    routes.add(Route.get("/ticks", this::ticks));
    routes.add(Route.get("/flood", this::flood));
    routes.add(Route.get("/events", this::events));
    routes.add(Route.of("DELETE", "/empty", call -> Answer.empty(204)));
    return routes;
  }

  /// Answers all of `/held`.
  synchronized void release() {
    held.forEach(answer -> answer.complete(Answer.text(200, "at last\n")));
    held.clear();
  }

  /// How many wait for `/held`.
  synchronized int held() {
    return held.size();
  }

  private static Answer echo(Call call) {
    return Answer.text(
            200,
            "%s %s %s %s %s %s pid=%d uid=%d gid=%d user=%s async=%s\n%s"
                .formatted(
                    call.method(),
                    call.path(),
                    call.parameter("word"),
                    call.query(),
                    call.queryNumber("n"),
                    call.preferredType(),
                    call.peer().pid(),
                    call.peer().uid(),
                    call.peer().gid(),
                    call.peer().user(),
                    call.preference("respond-async"),
                    call.bodyText()))
        .with("X-Body-Bytes", String.valueOf(call.body().length));
  }

  private static Answer bug() {
    throw new IllegalStateException("the secret cause");
  }

  private static CompletableFuture<Answer> failing(Exception failure) {
    return CompletableFuture.failedFuture(failure);
  }

  private Answer later(Call call) {
    call.onHangUp(gone::incrementAndGet);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    return Answer.later(
        answer.completeOnTimeout(
            Answer.text(200, "later\n"), call.queryNumber("ms").orElse(0), TimeUnit.MILLISECONDS));
  }

  private synchronized Answer held(Call call) {
    call.onHangUp(gone::incrementAndGet);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    held.add(answer);
    return Answer.later(answer);
  }

  private Answer ticks(Call call) {
    long count = call.queryNumber("count").orElse(3);
    long millis = call.queryNumber("ms").orElse(0);
    return Answer.lines(
        stream -> {
          call.onHangUp(gone::incrementAndGet);
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    for (int i = 0; i < count && stream.line("{\"tick\":" + i + "}"); i++) {
                      pause(millis);
                    }
                    stream.end();
                  });
        });
  }

  private Answer flood(Call call) {
    return Answer.lines(
        stream ->
            Thread.ofPlatform()
                .daemon()
                .start(
                    () -> {
                      String line = "\"" + "x".repeat(10_000) + "\"";
                      stream.onClose(gone::incrementAndGet);
                      while (stream.line(line)) {
                        pause(0);
                      }
                    }));
  }

  private Answer events(Call call) {
    return Answer.events(
        stream -> {
          stream.onClose(gone::incrementAndGet);
          sendEvents(stream, call.field("Last-Event-ID").orElse("0"));
        });
  }

  private static void sendEvents(AnswerStream stream, String last) {
    stream.event(String.valueOf(Integer.parseInt(last) + 1), "build", "line 1\nline 2");
    stream.heartbeat();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
