package godwit.daemon;

import godwit.build.BuildListener;
import godwit.control.ArgumentsJson;
import godwit.control.CommandFace;
import godwit.control.CommandLines;
import godwit.daemon.http.Answer;
import godwit.daemon.http.AnswerStream;
import godwit.daemon.http.Call;
import godwit.daemon.http.Problem;
import godwit.daemon.http.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The commands as they are typed: `GET /publish`, or `POST /publish` with a JSON array of
/// arguments. A caller gets text, JSON, or lines of what is printed, as his `Accept` asks.
///
/// Each command has a thread of its own, which waits for the queue.
final class CommandRoutes {
  private static final String TEXT = "text/plain";
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final int BUSY = 5;

  /// After which it is told which release is live.
  private static final Set<String> RELEASING = Set.of("publish", "rollback");

  /// What a `HEAD` has no business with.
  private static final Set<String> CHANGING =
      Set.of("build", "publish", "rollback", "reload", "shutdown");

  /// What is asked for to be told, and not done: its text stands for itself.
  private static final Set<String> TELLING = Set.of("status");

  private final Daemon daemon;
  private final StatusTracker status;
  private final CommandFace face;
  private final List<String> commands;
  private final Audit audit;
  private final Set<CommandLines> followed = ConcurrentHashMap.newKeySet();

  /// @param commands the names that the face knows
  CommandRoutes(Daemon daemon, CommandFace face, List<String> commands, Audit audit) {
    this.daemon = daemon;
    this.status = daemon.status();
    this.face = face;
    this.commands = List.copyOf(commands);
    this.audit = audit;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String command : commands) {
      for (String method : List.of("GET", "POST")) {
        Route route =
            Route.of(method, "/" + command, call -> answer(command, call))
                .producing(TEXT, JSON, LINES)
                .consuming(JSON, "application/x-www-form-urlencoded", TEXT);
        routes.add(CHANGING.contains(command) ? route.changing() : route);
      }
    }
    return routes;
  }

  /// Where no path fits: the commands that there are.
  Answer unknown(Call call) {
    if (call.path().startsWith("/v1/")) {
      return Answer.problem(
          Problem.of(
                  404,
                  "not-found",
                  "There is nothing here",
                  "the API has nothing at " + call.path())
              .with("remedy", "GET /v1/openapi.json lists what there is"));
    }
    String detail = "there is no command " + call.path();
    String list = commands.stream().map(name -> "  /" + name + "\n").reduce("", String::concat);
    return call.asksFor(JSON)
        ? Answer.problem(
            Problem.of(404, "not-found", "There is nothing here", detail)
                .with("commands", String.join(" ", commands)))
        : Answer.text(404, detail + "; there are:\n" + list);
  }

  /// Has those who follow a command hear that it is still at work.
  void beat() {
    followed.forEach(CommandLines::beat);
  }

  private Answer answer(String command, Call call) {
    String type = call.preferredType();
    if (!call.query().isEmpty()) {
      return wrong(
          command, type, "arguments are a JSON array in the body; a query says nothing here");
    }
    List<String> arguments;
    try {
      arguments = ArgumentsJson.read(body(call));
    } catch (IllegalArgumentException e) {
      return wrong(command, type, String.valueOf(e.getMessage()));
    }
    if (type.equals(LINES)) {
      return Answer.lines(stream -> start(() -> follow(command, arguments, call, stream)));
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    start(
        () -> {
          try {
            answer.complete(
                type.equals(JSON)
                    ? json(command, arguments, call)
                    : text(command, arguments, call));
          } catch (Throwable e) { // the server tells that it is a bug
            answer.completeExceptionally(e);
          }
        });
    return Answer.later(answer);
  }

  private static String body(Call call) {
    String body = call.bodyText();
    return body.isBlank() ? "[]" : body;
  }

  /// What was asked cannot be understood, and nothing was done.
  private Answer wrong(String command, String type, String message) {
    return wrong(type, new CommandFace.Outcome.WrongUsage(message, face.usage(command)));
  }

  private static Answer wrong(String type, CommandFace.Outcome.WrongUsage wrong) {
    return type.equals(TEXT)
        ? Answer.text(400, "godwit: " + wrong.message() + "\n\n" + wrong.usage())
        : Answer.problem(
            Problem.of(400, "bad-arguments", "The arguments are wrong", wrong.message())
                .with("usage", wrong.usage().lines().toList()));
  }

  private static void start(Runnable work) {
    Thread.ofVirtual().name("command").start(work);
  }

  private void follow(String command, List<String> arguments, Call call, AnswerStream stream) {
    CommandLines lines = new CommandLines(new StreamOutput(stream));
    followed.add(lines);
    int exitCode = 70; // of a bug
    try {
      exitCode =
          run(command, arguments, call, lines.out(), lines.err(), lines.progress()).exitCode();
    } finally {
      followed.remove(lines);
      lines.exit(exitCode);
      stream.end();
    }
  }

  private Answer text(String command, List<String> arguments, Call call) {
    Collected collected = new Collected();
    return switch (run(command, arguments, call, collected.out, collected.err, silent())) {
      case CommandFace.Outcome.Ended(int exitCode) when exitCode == 0 ->
          Answer.text(200, (TELLING.contains(command) ? "" : "Success\n") + collected.text());
      case CommandFace.Outcome.Ended(int exitCode) ->
          Answer.text(exitCode == BUSY ? 503 : 500, collected.text());
      case CommandFace.Outcome.UnknownCommand _ -> unknown(call);
      case CommandFace.Outcome.WrongUsage wrong -> wrong(TEXT, wrong);
    };
  }

  private Answer json(String command, List<String> arguments, Call call) {
    Collected collected = new Collected();
    List<String> all = new ArrayList<>(arguments);
    if (!all.contains("--json")) {
      all.addFirst("--json");
    }
    return switch (run(command, all, call, collected.out, collected.err, silent())) {
      case CommandFace.Outcome.Ended(int exitCode) -> {
        int status = exitCode == 0 ? 200 : exitCode == BUSY ? 503 : 500;
        yield collected.isSilent()
            ? Answer.problem(
                Problem.of(status, "failed", "The command has failed", collected.text().strip())
                    .with("exit", exitCode))
            : Answer.json(status, collected.bytes());
      }
      case CommandFace.Outcome.UnknownCommand _ -> unknown(call);
      case CommandFace.Outcome.WrongUsage wrong -> wrong(JSON, wrong);
    };
  }

  private CommandFace.Outcome run(
      String command,
      List<String> arguments,
      Call call,
      PrintStream out,
      PrintStream err,
      BuildListener progress) {
    long start = System.nanoTime();
    CommandFace.Outcome outcome =
        face.run(
            command, arguments, new CallerSite(daemon, Caller.of(call.peer())), out, err, progress);
    audit.write(
        new AuditEntry(
            call.peer(),
            command,
            arguments,
            result(outcome),
            outcome.exitCode(),
            RELEASING.contains(command) ? status.liveId() : Optional.empty(),
            Duration.ofNanos(System.nanoTime() - start)));
    return outcome;
  }

  private static String result(CommandFace.Outcome outcome) {
    return switch (outcome) {
      case CommandFace.Outcome.UnknownCommand _ -> "unknown";
      case CommandFace.Outcome.WrongUsage _ -> "usage";
      case CommandFace.Outcome.Ended(int exitCode) -> Audit.result(exitCode);
    };
  }

  private static BuildListener silent() {
    return BuildListener.none();
  }

  /// What a command prints, in the order in which it does.
  private static final class Collected {
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final ByteArrayOutputStream results = new ByteArrayOutputStream();
    final PrintStream out = new PrintStream(new Both(), true, StandardCharsets.UTF_8);
    final PrintStream err = new PrintStream(printed, true, StandardCharsets.UTF_8);

    String text() {
      return printed.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
      return results.toByteArray();
    }

    boolean isSilent() {
      return results.size() == 0;
    }

    private final class Both extends OutputStream {
      @Override
      public void write(int b) {
        printed.write(b);
        results.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        printed.write(bytes, offset, length);
        results.write(bytes, offset, length);
      }
    }
  }

  private static final class StreamOutput extends OutputStream {
    private final AnswerStream stream;

    StreamOutput(AnswerStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!stream.write(java.util.Arrays.copyOfRange(bytes, offset, offset + length))) {
        throw new IOException("nobody reads it");
      }
    }
  }
}
