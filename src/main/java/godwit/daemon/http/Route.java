package godwit.daemon.http;

import java.util.List;

/// A method of a path, and what answers it.
///
/// @param method such as `GET`
/// @param path such as `/v1/operations/{id}`: a name in braces stands for one segment, which the
///   [Call] has under that name
/// @param produces the media types that the answer can have, what is given to who does not care
///   first; empty if the endpoint does not look at `Accept`
/// @param consumes the media types that a body can have; empty if there is to be none
/// @param answersHead whether a `GET` answers `HEAD` too: not if it changes something
/// @param endpoint what answers
public record Route(
    String method,
    PathPattern path,
    List<String> produces,
    List<String> consumes,
    boolean answersHead,
    Endpoint endpoint) {
  public Route {
    produces = List.copyOf(produces);
    consumes = List.copyOf(consumes);
  }

  /// A route that takes no body and does not look at `Accept`.
  public static Route of(String method, String path, Endpoint endpoint) {
    return new Route(
        method, PathPattern.of(path), List.of(), List.of(), method.equals("GET"), endpoint);
  }

  /// [#of] `GET`.
  public static Route get(String path, Endpoint endpoint) {
    return of("GET", path, endpoint);
  }

  /// [#of] `POST`.
  public static Route post(String path, Endpoint endpoint) {
    return of("POST", path, endpoint);
  }

  /// The same, answering 406 to who accepts none of these.
  public Route producing(String... mediaTypes) {
    return new Route(method, path, List.of(mediaTypes), consumes, answersHead, endpoint);
  }

  /// The same, answering 415 to a body that says it is none of these.
  public Route consuming(String... mediaTypes) {
    return new Route(method, path, produces, List.of(mediaTypes), answersHead, endpoint);
  }

  /// The same, answering 405 to `HEAD`, as it changes something.
  public Route changing() {
    return new Route(method, path, produces, consumes, false, endpoint);
  }
}
