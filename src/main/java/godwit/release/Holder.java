package godwit.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Who publishes: written into the lock, so that another publisher can be told, and into the record
/// of the release.
///
/// @param user the name of the user
/// @param since when the publish began
/// @param command what was run, such as `godwit publish`
public record Holder(long pid, String user, Instant since, String command) {
  public Holder {
    Objects.requireNonNull(since);
    user = user.replaceAll("\\p{Cntrl}", " ");
    command = command.replaceAll("\\p{Cntrl}", " ");
  }

  byte[] toBytes() {
    return "%s\n%s\n%s\n".formatted(pid, since, command).getBytes(StandardCharsets.UTF_8);
  }

  /// Says who holds the lock of the target, as far as what the lock file holds tells it: it is
  /// empty for a moment after the lock was taken.
  static String describe(byte[] lockFile, Path target) {
    List<String> lines = new String(lockFile, StandardCharsets.UTF_8).lines().toList();
    return lines.size() < 3
        ? "another publish to %s is running".formatted(target)
        : "another publish to %s is running: '%s', process %s, since %s"
            .formatted(target, lines.get(2), lines.get(0), lines.get(1));
  }
}
