package godwit.release;

import java.util.List;
import java.util.Optional;

/// How a release differs from the live one.
///
/// @param from the id of the live release; empty if there is none that Godwit made
/// @param list by path
/// @param pagesBefore how many pages the live release has, lists not counted
/// @param pages how many the new one has
public record Changes(Optional<String> from, List<Change> list, long pagesBefore, long pages) {
  public Changes {
    list = List.copyOf(list);
  }

  /// Whether the release is the live one again.
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /// How many there are of a type.
  public long count(Change.Type type) {
    return list.stream().filter(change -> change.type() == type).count();
  }
}
