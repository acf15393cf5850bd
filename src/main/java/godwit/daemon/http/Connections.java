package godwit.daemon.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The connections that are open: no more than may be, and none that is slow with its request.
final class Connections {
  /// For how long one that is without a request is not yet slow: what it has sent may be on its
  /// way.
  private static final Duration GRACE = Duration.ofMillis(50);

  private final Limits limits;
  private final Set<ControlConnection> open = new LinkedHashSet<>();

  Connections(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /// Whether one more can be taken in, or has to be refused: not so while all places are taken and
  /// the server itself is late with reading what some of them have sent.
  boolean canDecide() {
    synchronized (open) {
      return open.size() < limits.connections()
          || open.stream().anyMatch(Connections::isSlow)
          || open.stream().allMatch(ControlConnection::isBusy);
    }
  }

  private static boolean isSlow(ControlConnection connection) {
    return !connection.isBusy()
        && !connection.isUnread()
        && System.nanoTime() - connection.waitingSince() > GRACE.toNanos();
  }

  /// Takes in one more. If there are too many, the one that has been without a request for the
  /// longest time makes room: whoever only holds connections open keeps nobody out.
  ///
  /// @return false if all are at work
  boolean admit(ControlConnection connection) {
    Optional<ControlConnection> leaving = Optional.empty();
    synchronized (open) {
      if (open.size() >= limits.connections()) {
        leaving =
            open.stream()
                .filter(Connections::isSlow)
                .min(Comparator.comparingLong(ControlConnection::waitingSince));
        if (leaving.isEmpty()) {
          return false;
        }
        open.remove(leaving.get());
      }
      open.add(connection);
    }
    leaving.ifPresent(this::dismiss);
    return true;
  }

  void remove(ControlConnection connection) {
    synchronized (open) {
      open.remove(connection);
    }
  }

  int size() {
    synchronized (open) {
      return open.size();
    }
  }

  /// Looks at each, now and again.
  void inspect() {
    long now = System.nanoTime();
    for (ControlConnection connection : all()) {
      if (connection.headerAge(now) > limits.headerTime().toNanos()) {
        connection.refuse(Problems.tooSlow("header", limits.headerTime()));
      }
      Exchange exchange = connection.exchange();
      if (exchange != null) {
        exchange.checkBodyTime(now);
      }
    }
  }

  private void dismiss(ControlConnection connection) {
    if (connection.headerAge(System.nanoTime()) > 0) {
      connection.refuse(Problems.tooManyConnections(limits));
    } else {
      connection.getEndPoint().close();
    }
  }

  private List<ControlConnection> all() {
    synchronized (open) {
      return List.copyOf(open);
    }
  }
}
