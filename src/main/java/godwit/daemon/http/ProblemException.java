package godwit.daemon.http;

/// Ends a call with a problem from wherever it is found. Not a bug, and not logged.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /// @param problem the answer
  public ProblemException(Problem problem) {
    super(problem.title() + ": " + problem.detail());
    this.problem = problem;
  }

  /// The answer.
  public Problem problem() {
    return problem;
  }
}
