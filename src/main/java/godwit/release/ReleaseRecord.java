package godwit.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What Godwit notes about a release before it goes live, by which it knows its own trees later.
///
/// The file has a line for the format and one for each of the rest:
///
///     godwit release 1
///     tree 4711 2026-01-02T03:04:05.123456789Z
///     replaces 4710 2026-01-01T03:04:05.123456789Z
///     end
///
/// @param id also the name of its file
/// @param tree the directory that holds it
/// @param replaces the directory that was live when this one was to go live, whoever made it; empty
///     if there was none
record ReleaseRecord(String id, TreeIdentity tree, Optional<TreeIdentity> replaces) {
  private static final String FORMAT = "godwit release 1";

  byte[] toBytes() {
    StringBuilder text = new StringBuilder(FORMAT).append("\ntree ").append(tree).append('\n');
    replaces.ifPresent(replaced -> text.append("replaces ").append(replaced).append('\n'));
    return text.append("end\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /// @return empty if it is not a whole record: a publisher may have died while it wrote it, which
  ///   was before the exchange
  /// @throws ReleaseException if a newer Godwit wrote it
  static Optional<ReleaseRecord> parse(String id, byte[] bytes) throws ReleaseException {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getLast().equals("end")) {
      return Optional.empty();
    }
    if (!lines.getFirst().equals(FORMAT)) {
      throw ReleaseException.refused(
          "the record of release " + id + " is of a kind that this Godwit does not know",
          "publish with the Godwit that made it, or a newer one");
    }
    return identity("tree ", lines)
        .map(tree -> new ReleaseRecord(id, tree, identity("replaces ", lines)));
  }

  private static Optional<TreeIdentity> identity(String name, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .findAny()
        .flatMap(line -> TreeIdentity.parse(line.substring(name.length())));
  }
}
