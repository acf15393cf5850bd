package godwit.release;

import godwit.libc.Errno;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// An operation that is made to fail.
///
/// @param nth which one, counted from 1
/// @param operation its kind, such as `createFile`
/// @param stays whether every one after it fails too
record Fault(int nth, String operation, Errno errno, boolean stays) {
  private static final List<Errno> ERRORS =
      List.of(Errno.ENOSPC, Errno.EIO, Errno.EACCES, Errno.EROFS, Errno.EMFILE, Errno.EINTR);

  /// A kind of operation with an error.
  private record Pair(String operation, Errno errno) {}

  /// The faults to try: every operation with each of the errors, once and from then on, if that is
  /// asked for by the system property `godwit.faults=all`. That is too many for every day. Else
  /// every operation that changes something fails once, and from then on, every other one in one of
  /// these ways by turns, and errors take turns too; then each kind of operation fails with the
  /// errors whose turn it has not been, at the first or the last of its kind. So every pair of a
  /// kind of operation and an error is met.
  ///
  /// @param operations the kinds of all operations, in their order
  /// @param met kinds of which another case of the same test has met every pair
  static List<Fault> among(List<String> operations, Set<String> met) {
    return among(operations, met, List.of(false, true));
  }

  /// The same, but operations fail only once, or only from then on.
  static List<Fault> among(List<String> operations, Set<String> met, boolean stays) {
    return among(operations, met, List.of(stays));
  }

  private static List<Fault> among(List<String> operations, Set<String> met, List<Boolean> ways) {
    return isForAll() ? all(operations, ways) : inTurns(operations, met, ways);
  }

  /// Before which operations the process is to die, counted from 1: before the first, and after
  /// each that changes something. A death anywhere else leaves what one of these leaves; it is met
  /// too if all faults are asked for.
  static List<Integer> deaths(List<String> operations) {
    List<Integer> deaths = new ArrayList<>();
    boolean isChanged = true; // since the last death
    for (int nth = 1; nth <= operations.size(); nth++) {
      if (isForAll() || isChanged) {
        deaths.add(nth);
      }
      isChanged = FaultyFiles.changes(operations.get(nth - 1));
    }
    return deaths;
  }

  private static boolean isForAll() {
    return System.getProperty("godwit.faults", "").equals("all");
  }

  private static List<Fault> all(List<String> operations, List<Boolean> ways) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      for (Errno error : ERRORS) {
        for (boolean stays : ways) {
          faults.add(new Fault(i + 1, operations.get(i), error, stays));
        }
      }
    }
    System.out.println("faults to try: " + faults.size()); // for scripts/torture
    return faults;
  }

  private static List<Fault> inTurns(
      List<String> operations, Set<String> metElsewhere, List<Boolean> ways) {
    List<Fault> faults = new ArrayList<>();
    Set<Pair> met = new HashSet<>();
    for (int i = 0; i < operations.size(); i++) {
      boolean changes = FaultyFiles.changes(operations.get(i));
      List<Boolean> itsWays = changes ? ways : List.of(ways.get(i / ERRORS.size() % ways.size()));
      for (boolean stays : itsWays) {
        Errno error = ERRORS.get((i + (stays ? ERRORS.size() / 2 : 0)) % ERRORS.size());
        faults.add(new Fault(i + 1, operations.get(i), error, stays));
        met.add(new Pair(operations.get(i), error));
      }
    }
    Set<String> kinds = new TreeSet<>(operations);
    kinds.removeAll(metElsewhere);
    for (String kind : kinds) {
      for (int i = 0; i < ERRORS.size(); i++) {
        if (met.add(new Pair(kind, ERRORS.get(i)))) {
          int at = i % 2 == 0 ? operations.indexOf(kind) : operations.lastIndexOf(kind);
          faults.add(new Fault(at + 1, kind, ERRORS.get(i), ways.get(i % ways.size())));
        }
      }
    }
    return faults;
  }

  FaultyFiles files() {
    return FaultyFiles.failing(nth, stays, errno);
  }

  /// What the user is to be told of it.
  Explanation explanation() {
    return Objects.requireNonNull(Explanation.of(errno));
  }
}
