package godwit.daemon;

import godwit.build.BuildListener;
import godwit.control.BuildChoices;
import godwit.control.PublishOrder;
import godwit.control.ReloadResult;
import godwit.control.RequestJson;
import godwit.daemon.http.Answer;
import godwit.daemon.http.Call;
import godwit.daemon.http.Problem;
import godwit.daemon.http.ProblemException;
import godwit.daemon.http.Route;
import godwit.publish.GateRule;
import godwit.publish.PublishResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What goes through the queue, for programs: to publish, to go back, to look before.
final class PublishRoutes {
  private final Daemon daemon;
  private final OperationRegistry operations;
  private final Audit audit;
  private final Replies replies;
  private final Set<ProgressLines> followed = ConcurrentHashMap.newKeySet();

  PublishRoutes(Daemon daemon, Audit audit) {
    this.daemon = daemon;
    this.operations = daemon.operations();
    this.audit = audit;
    this.replies = new Replies(operations);
  }

  List<Route> routes() {
    return List.of(
        Route.post("/v1/publish", this::publish)
            .producing(Replies.JSON, Replies.LINES)
            .consuming(Replies.JSON),
        Route.post("/v1/rollback", this::rollBack).producing(Replies.JSON).consuming(Replies.JSON),
        Route.post("/v1/fsck", this::check).producing(Replies.JSON).consuming(Replies.JSON),
        Route.get("/v1/diff", this::compare).producing(Replies.JSON),
        Route.get("/v1/schedule", this::schedule).producing(Replies.JSON));
  }

  /// Has those who follow a publish hear that it is still at work.
  void beat() {
    followed.forEach(ProgressLines::beat);
  }

  private Answer publish(Call call) {
    Replies.onlyQuery(call);
    PublishOrder order = Replies.body(call, RequestJson::publish);
    follow();
    if (!call.preferredType().equals(Replies.LINES)) {
      Operation<PublishResult> operation = ask(call, order, BuildListener.none());
      return replies.follow(call, operation);
    }
    ProgressLines lines = new ProgressLines();
    Operation<PublishResult> operation = ask(call, order, lines);
    return Answer.lines(
        stream -> {
          followed.add(lines);
          stream.onClose(
              () -> {
                followed.remove(lines);
                operation.unfollow(lines);
              });
          lines.begin(stream, operations.id(operation));
          operation
              .told()
              .whenComplete(
                  (ending, bug) -> {
                    if (bug == null) {
                      lines.end(ending.json());
                    } else {
                      lines.end(Failures.of(bug).json());
                    }
                  });
        });
  }

  /// What builds the site goes by the settings that are in the file now.
  private void follow() {
    if (daemon.follow().orElse(null) instanceof ReloadResult.Refused refused) {
      throw new ProblemException(Failures.configErrors(refused.diagnostics()));
    }
  }

  private Operation<PublishResult> ask(Call call, PublishOrder order, BuildListener progress) {
    return audited(
        call,
        "publish",
        arguments(order),
        replies.ask(() -> daemon.publish(order, Caller.of(call.peer()), "publish", progress)));
  }

  private Answer rollBack(Call call) {
    Replies.onlyQuery(call);
    Optional<String> to = Replies.body(call, RequestJson::rollback);
    return replies.follow(
        call,
        audited(
            call,
            "rollback",
            to.stream().toList(),
            replies.ask(() -> daemon.rollBack(to, Caller.of(call.peer())))));
  }

  private Answer check(Call call) {
    Replies.onlyQuery(call);
    Replies.body(call, Replies.NOTHING);
    return replies.follow(
        call,
        audited(call, "fsck", List.of(), replies.ask(() -> daemon.check(Caller.of(call.peer())))));
  }

  private Answer compare(Call call) {
    Replies.onlyQuery(call, "file");
    Optional<String> file = call.query("file");
    if (file.filter(String::isEmpty).isPresent()) {
      throw new ProblemException(
          Problem.of(
                  400, "bad-query", "The query is wrong", "file is to be a path, a URL or a source")
              .with("parameter", "file"));
    }
    Caller caller = Caller.of(call.peer());
    follow();
    return replies.follow(
        call,
        replies.ask(
            () -> daemon.compare(BuildChoices.usual(), file, caller, BuildListener.none())));
  }

  private Answer schedule(Call call) {
    Replies.onlyQuery(call);
    follow();
    return replies.follow(
        call, replies.ask(() -> daemon.schedule(Caller.of(call.peer()), BuildListener.none())));
  }

  private <R> Operation<R> audited(
      Call call, String command, List<String> arguments, Operation<R> operation) {
    long start = System.nanoTime();
    operation
        .told()
        .thenAccept(
            ending ->
                audit.ended(
                    call.peer(), command, arguments, ending.exit(), System.nanoTime() - start));
    return operation;
  }

  /// As at the shell.
  private static List<String> arguments(PublishOrder order) {
    List<String> arguments = new ArrayList<>();
    if (order.dryRun()) {
      arguments.add("--dry-run");
    }
    order.allowed().stream()
        .map(GateRule::code)
        .sorted()
        .forEach(code -> arguments.add("--allow=" + code));
    return arguments;
  }
}
