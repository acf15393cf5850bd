package godwit.daemon;

import godwit.control.OperationView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The operations that have ended last, as they are told: nothing of the site is kept for them.
final class OperationLog {
  static final int KEPT = 100;

  /// A result of more characters than this is kept without its lists.
  static final int LARGEST_RESULT = 32 * 1024;

  private final Deque<OperationView> ended = new ArrayDeque<>();

  synchronized void add(OperationView operation) {
    ended.addLast(operation);
    if (ended.size() > KEPT) {
      ended.removeFirst();
    }
  }

  synchronized Optional<OperationView> find(String id) {
    return ended.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /// Those that there are, the oldest first.
  synchronized List<OperationView> all() {
    return List.copyOf(ended);
  }
}
