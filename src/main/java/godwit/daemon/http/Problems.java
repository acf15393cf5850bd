package godwit.daemon.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// The problems that the transport itself finds.
final class Problems {
  private Problems() {}

  static Problem requestLineTooLong(Limits limits) {
    return Problem.of(
            414,
            "request-line-too-long",
            "The request line is too long",
            "method, target and version may have %d bytes together"
                .formatted(limits.requestLineBytes()))
        .withLimit(limits.requestLineBytes(), "bytes");
  }

  static Problem headerTooLarge(Limits limits) {
    return Problem.of(
            431,
            "header-too-large",
            "The header is too large",
            "the header fields may have %d bytes together".formatted(limits.headerBytes()))
        .withLimit(limits.headerBytes(), "bytes");
  }

  static Problem tooManyFields(Limits limits) {
    return Problem.of(
            431,
            "too-many-header-fields",
            "The header has too many fields",
            "there may be %d header fields".formatted(limits.headerFields()))
        .withLimit(limits.headerFields(), "fields");
  }

  static Problem bodyTooLarge(Limits limits) {
    return Problem.of(
            413,
            "body-too-large",
            "The body is too large",
            "a body may have %d bytes".formatted(limits.bodyBytes()))
        .withLimit(limits.bodyBytes(), "bytes");
  }

  static Problem tooSlow(String part, Duration limit) {
    return Problem.of(
            408,
            "request-too-slow",
            "The request came too slowly",
            "the %s was not complete within %d seconds".formatted(part, limit.toSeconds()))
        .withLimit(limit.toSeconds(), "seconds");
  }

  static Problem tooManyConnections(Limits limits) {
    return Problem.of(
            503,
            "too-many-connections",
            "There are too many connections",
            "all %d are at work; ask again later".formatted(limits.connections()))
        .withLimit(limits.connections(), "connections");
  }

  static Problem stopping() {
    return Problem.of(503, "stopping", "The daemon is stopping", "ask the next one");
  }

  static Problem malformed(String detail) {
    return Problem.of(400, "malformed-request", "The request is not proper HTTP", detail);
  }

  static Problem fromBrowser(String field) {
    return Problem.of(
        403,
        "from-a-browser",
        "Browsers are refused",
        "the request has the header field %s, which only browsers send".formatted(field));
  }

  static Problem notFound(String path) {
    return Problem.of(404, "not-found", "There is nothing here", "there is no " + path);
  }

  static Problem methodNotAllowed(String method, Collection<String> allowed) {
    return Problem.of(
            405,
            "method-not-allowed",
            "The method is not for this",
            "%s is not for this; these are: %s".formatted(method, String.join(", ", allowed)))
        .with("allow", List.copyOf(allowed));
  }

  static Problem notAcceptable(List<String> produced) {
    return Problem.of(
            406,
            "not-acceptable",
            "None of the forms is accepted",
            "the answer can be had as " + String.join(", ", produced))
        .with("available", produced);
  }

  static Problem unsupportedMediaType(List<String> consumed) {
    return Problem.of(
            415,
            "unsupported-media-type",
            "The body is of a type that is not for this",
            consumed.isEmpty()
                ? "there is to be no body"
                : "Content-Type may be " + String.join(", ", consumed))
        .with("accept", consumed);
  }

  static Problem bug() {
    return Problem.of(
        500,
        "bug",
        "This is a bug in Godwit",
        "the daemon's log says more; please report it with what stands there");
  }

  static Problem of(int status, String detail) {
    return Problem.of(status, "http-" + status, "The request is refused", detail);
  }
}
