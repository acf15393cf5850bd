package godwit.daemon.http;

import java.time.Duration;

/// What a client may ask for at most. Each refusal names its limit.
///
/// @param requestLineBytes of method, target and version
/// @param headerBytes of all header fields
/// @param headerFields how many header fields
/// @param bodyBytes of the body
/// @param headerTime from the first byte of a request to the end of its header
/// @param bodyTime from the end of the header to the end of the body
/// @param idleTime in which nothing is read or written, between requests or within an answer
/// @param connections open at once; for one more, the one is closed that has been without a
///   complete request for the longest time, and if all are at work the new one is refused
/// @param streamBytes how much of a stream may wait for a slow reader before it is dropped
public record Limits(
    int requestLineBytes,
    int headerBytes,
    int headerFields,
    int bodyBytes,
    Duration headerTime,
    Duration bodyTime,
    Duration idleTime,
    int connections,
    int streamBytes) {
  /// Those of the manual.
  public static final Limits DEFAULT =
      new Limits(
          4 * 1024,
          8 * 1024,
          64,
          64 * 1024,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          256,
          256 * 1024);
}
