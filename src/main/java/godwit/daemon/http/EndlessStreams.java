package godwit.daemon.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The streams that end only because the server does.
final class EndlessStreams {
  private final Set<AnswerStream> open = new HashSet<>();

  synchronized void add(AnswerStream stream) {
    open.add(stream);
  }

  synchronized void remove(AnswerStream stream) {
    open.remove(stream);
  }

  void endAll() {
    List<AnswerStream> ending;
    synchronized (this) {
      ending = List.copyOf(open);
    }
    ending.forEach(AnswerStream::end);
  }
}
