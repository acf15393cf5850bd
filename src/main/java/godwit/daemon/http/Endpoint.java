package godwit.daemon.http;

/// What answers a call. It is run on a thread of a bounded pool: what has to wait gives
/// [Answer.Later] or [Answer.Stream].
public interface Endpoint {
  /// @param call what is asked, whole: the body has been read
  /// @return the answer. To throw a [ProblemException] is to answer with it; anything else thrown
  ///   is a bug: it is logged once, and the client is told that there is one
  Answer handle(Call call);
}
