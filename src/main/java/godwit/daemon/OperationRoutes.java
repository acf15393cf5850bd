package godwit.daemon;

import godwit.control.OperationJson;
import godwit.control.OperationView;
import godwit.daemon.http.Answer;
import godwit.daemon.http.Call;
import godwit.daemon.http.Problem;
import godwit.daemon.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is done, was done lately and will be done next: to look at it, to wait for it, to call it
/// off.
final class OperationRoutes {
  private final OperationRegistry operations;
  private final Audit audit;
  private final Replies replies;

  OperationRoutes(OperationRegistry operations, Audit audit) {
    this.operations = operations;
    this.audit = audit;
    this.replies = new Replies(operations);
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/operations", this::all).producing(Replies.JSON),
        Route.get("/v1/operations/{id}", this::one).producing(Replies.JSON),
        Route.of("DELETE", "/v1/operations/{id}", this::callOff).producing(Replies.JSON));
  }

  private Answer all(Call call) {
    Replies.onlyQuery(call);
    return Replies.json(200, OperationJson.operations(operations.views()));
  }

  private Answer one(Call call) {
    Replies.onlyQuery(call, "wait");
    OptionalLong seconds = call.queryNumber("wait");
    String id = call.parameter("id");
    Optional<Operation<?>> operation = operations.find(id);
    if (operation.isPresent()) {
      return replies.whenEnded(operation.get(), seconds);
    }
    return operations.findEnded(id).map(Replies::operation).orElseGet(() -> unknown(id));
  }

  /// Answers when it has ended: only then is it known whether it was in time.
  private Answer callOff(Call call) {
    Replies.onlyQuery(call);
    String id = call.parameter("id");
    long start = System.nanoTime();
    Optional<Operation<?>> found = operations.find(id);
    if (found.isEmpty()) {
      return operations
          .findEnded(id)
          .map(view -> tooLate("operation %s has ended: %s".formatted(id, outcome(view))))
          .orElseGet(() -> unknown(id));
    }
    Operation<?> operation = found.get();
    String reason = "called off by " + call.peer().user();
    boolean called = operations.callOff(operation, reason);
    audit.ended(call.peer(), "cancel", List.of(id), called ? 0 : 6, System.nanoTime() - start);
    if (!called) {
      return notRevocable(id, operation);
    }
    return Answer.later(
        operation
            .told()
            .thenApply(
                ending ->
                    ending.outcome().equals("cancelled")
                        ? Replies.operation(operations.view(operation))
                        : tooLate(
                            "operation %s was at its end before it could be stopped: %s"
                                .formatted(id, ending.outcome()))));
  }

  private static String outcome(OperationView view) {
    return view.ending().map(OperationView.Ending::outcome).orElse(view.state());
  }

  private static Answer notRevocable(String id, Operation<?> operation) {
    return switch (operation.revocable()) {
      case UNTIL_COMMITTED ->
          Answer.problem(
              tooLateProblem(
                      "operation %s (%s) is changing what is live, which takes a moment, or has done so"
                          .formatted(id, operation.command()))
                  .with("remedy", "POST /v1/rollback puts back what was live before"));
      case WHILE_WAITING ->
          tooLate(
              "operation %s (%s) has begun, and reads to its end; it changes nothing of what is live"
                  .formatted(id, operation.command()));
      case NEVER ->
          Answer.problem(
              Problem.of(
                  409,
                  "not-cancellable",
                  "It cannot be called off",
                  "operation %s (%s) is the daemon's own: it reads the site before anything else"
                      .formatted(id, operation.command())));
    };
  }

  private static Answer tooLate(String detail) {
    return Answer.problem(tooLateProblem(detail));
  }

  private static Problem tooLateProblem(String detail) {
    return Problem.of(409, "too-late", "It cannot be called off any more", detail);
  }

  private static Answer unknown(String id) {
    return Answer.problem(
        Problem.of(
            404,
            "no-such-operation",
            "There is no such operation",
            "there is no operation %s, or it ended long ago; GET /v1/operations lists them"
                .formatted(id)));
  }
}
