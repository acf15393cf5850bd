package godwit.release;

import godwit.output.OutputFile;
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

  /// Those that people are told of: not the copies of files under names that change with their
  /// bytes, which nobody has the address of.
  public List<Change> listed() {
    return list.stream().filter(c -> c.file().kind() != OutputFile.Kind.ASSET).toList();
  }
}
