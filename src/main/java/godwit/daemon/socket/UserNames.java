package godwit.daemon.socket;

import godwit.libc.UserCalls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The names of users by their numbers. Each is looked up once: the lookup may ask a network.
public final class UserNames {
  /// Enough for every user of a control socket, and a bound for a machine where users come and go.
  private static final int MOST = 1024;

  private final Map<Long, String> names = new ConcurrentHashMap<>();

  /// The name, or the number where the system knows none.
  public String of(long uid) {
    if (names.size() > MOST) {
      names.clear();
    }
    return names.computeIfAbsent(
        uid, id -> UserCalls.name(id.intValue()).orElse(String.valueOf(id)));
  }
}
