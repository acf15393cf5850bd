package godwit.daemon.http;

import org.eclipse.jetty.http.HttpException;

/// Ends the parsing of a request with a problem.
final class Refusal extends HttpException.RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.status(), problem.title());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
