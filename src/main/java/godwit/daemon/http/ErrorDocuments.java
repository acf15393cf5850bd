package godwit.daemon.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Says as a problem what Jetty refuses: requests that are no HTTP, and those that come while it
/// stops. Nothing of what Jetty knows of itself is told.
final class ErrorDocuments implements Request.Handler {
  private static final int NOT_SUPPORTED = 505;

  private final Limits limits;

  ErrorDocuments(Limits limits) {
    this.limits = limits;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem =
        problem(
            response.getStatus(), (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION));
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(problem.toJson()), callback);
    return true;
  }

  private Problem problem(int status, @Nullable Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> refusal.problem();
      case HttpException refused -> problem(refused.getCode(), refused.getReason());
      case null, default -> problem(status, "");
    };
  }

  private Problem problem(int status, @Nullable String reason) {
    return switch (status) {
      case 400 -> Problems.malformed(reason == null ? "it cannot be understood" : reason);
      case 414 -> Problems.requestLineTooLong(limits);
      case 431 -> Problems.headerTooLarge(limits);
      case 503 -> Problems.stopping();
      case NOT_SUPPORTED -> Problems.malformed("this is HTTP/1.1 and HTTP/1.0: " + reason);
      default ->
          status >= 500 || status < 400
              ? Problems.bug()
              : Problems.of(status, reason == null ? "it cannot be done" : reason);
    };
  }
}
