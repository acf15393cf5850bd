package godwit.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which release each tree of a target holds, and what a publisher is about to do with them. It is
/// replaced as a whole, before what it tells of is done; whoever finds it after a crash compares it
/// with what is there, and believes that.
///
///     godwit journal 1
///     tree 4711 2026-01-02T03:04:05.123456789Z 20260102T030405.678Z
///     changing 4712 2026-01-01T03:04:05.123456789Z 20260101T030405.678Z 20260103T030405.678Z
///     end
///
/// @param trees the release of each tree that holds a whole one
/// @param staging what is at the staging name
record Journal(Map<TreeIdentity, String> trees, Staging staging) {
  private static final String FORMAT = "godwit journal ";
  private static final String VERSION = "1";
  private static final String NONE = "-";

  Journal {
    trees = Map.copyOf(trees);
  }

  /// What is known of the tree at the staging name.
  sealed interface Staging {
    /// No tree, or one that came there by an exchange and has not been looked at since.
    record Unknown() implements Staging {}

    /// A whole release, looked at, ready to be made into another.
    record Ready(TreeIdentity tree) implements Staging {}

    /// It is being made into another release: part of it is the old one, part of it the new one,
    /// and all of it is Godwit's.
    ///
    /// @param from the old one, if it is known
    /// @param made the new one, if it is to be forgotten unless it goes live
    record Changing(TreeIdentity tree, Optional<String> from, Optional<String> made)
        implements Staging {
      Changing(TreeIdentity tree, Optional<String> from) {
        this(tree, from, Optional.empty());
      }
    }

    /// It is whole and about to take the place of another tree, or has just done so.
    ///
    /// @param tree the new one
    /// @param replaced what `html` is until then; empty if there is none
    /// @param made whether the release is new, and is to be forgotten if it does not go live
    record Swapping(
        TreeIdentity tree, Optional<TreeIdentity> replaced, String release, boolean made)
        implements Staging {}
  }

  static Journal empty() {
    return new Journal(Map.of(), new Staging.Unknown());
  }

  Optional<String> releaseOf(FileStatus tree) {
    return tree.isDirectory() ? Optional.ofNullable(trees.get(tree.identity())) : Optional.empty();
  }

  Journal with(Staging staging) {
    return new Journal(trees, staging);
  }

  Journal with(TreeIdentity tree, String release) {
    Map<TreeIdentity, String> more = new java.util.HashMap<>(trees);
    more.put(tree, release);
    return new Journal(more, staging);
  }

  Journal without(TreeIdentity tree) {
    Map<TreeIdentity, String> less = new java.util.HashMap<>(trees);
    less.remove(tree);
    return new Journal(less, staging);
  }

  byte[] toBytes() {
    StringBuilder text = new StringBuilder(FORMAT).append(VERSION).append('\n');
    Map<String, String> sorted = new TreeMap<>();
    trees.forEach((tree, release) -> sorted.put(tree.toString(), release));
    sorted.forEach((tree, release) -> text.append("tree " + tree + " " + release + "\n"));
    switch (staging) {
      case Staging.Unknown _ -> {}
      case Staging.Ready(TreeIdentity tree) -> text.append("ready " + tree + "\n");
      case Staging.Changing(TreeIdentity tree, Optional<String> from, Optional<String> made) -> {
        text.append("changing " + tree + " " + from.orElse(NONE));
        text.append(made.map(id -> " " + id).orElse("") + "\n");
      }
      case Staging.Swapping swap -> {
        text.append(swap.made() ? "made " : "restored ");
        text.append(swap.tree() + " " + swap.release());
        text.append(swap.replaced().map(tree -> " " + tree).orElse("") + "\n");
      }
    }
    return text.append("end\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /// @throws DamagedException if it is not whole
  /// @throws ReleaseException if a newer Godwit wrote it
  static Journal parse(byte[] bytes) throws ReleaseException {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith(FORMAT)) {
      throw new DamagedException("the journal");
    }
    if (!lines.getFirst().equals(FORMAT + VERSION)) {
      throw ReleaseException.newer("the journal");
    }
    if (!lines.getLast().equals("end")) {
      throw new DamagedException("the journal");
    }
    Journal journal = empty();
    try {
      for (String line : lines.subList(1, lines.size() - 1)) {
        journal = journal.read(line.split(" ", -1));
      }
      return journal;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedException("the journal");
    }
  }

  private Journal read(String[] words) {
    TreeIdentity tree = identity(words, 1);
    return switch (words[0]) {
      case "tree" -> with(tree, words[3]);
      case "ready" -> with(new Staging.Ready(tree));
      case "changing" ->
          with(
              new Staging.Changing(
                  tree, word(words, 3).filter(from -> !from.equals(NONE)), word(words, 4)));
      case "made", "restored" ->
          with(
              new Staging.Swapping(
                  tree,
                  words.length > 4 ? Optional.of(identity(words, 4)) : Optional.empty(),
                  words[3],
                  words[0].equals("made")));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static Optional<String> word(String[] words, int at) {
    return words.length > at ? Optional.of(words[at]) : Optional.empty();
  }

  private static TreeIdentity identity(String[] words, int at) {
    return TreeIdentity.parse(words[at] + " " + words[at + 1])
        .orElseThrow(IllegalArgumentException::new);
  }
}
