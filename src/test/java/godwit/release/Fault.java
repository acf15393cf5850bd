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
  /// every operation fails once, and from then on, with errors that take turns; then each kind of
  /// operation with the errors whose turn it has not been, at the first or the last of its kind. So
  /// every pair of a kind of operation and an error is met.
  ///
  /// @param operations the kinds of all operations, in their order
  static List<Fault> among(List<String> operations) {
    return among(operations, List.of(false, true));
  }

  /// The same, but operations fail only once, or only from then on.
  static List<Fault> among(List<String> operations, boolean stays) {
    return among(operations, List.of(stays));
  }

  private static List<Fault> among(List<String> operations, List<Boolean> ways) {
    return System.getProperty("godwit.faults", "").equals("all")
        ? all(operations, ways)
        : inTurns(operations, ways);
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

  private static List<Fault> inTurns(List<String> operations, List<Boolean> ways) {
    List<Fault> faults = new ArrayList<>();
    Set<Pair> met = new HashSet<>();
    for (int i = 0; i < operations.size(); i++) {
      for (boolean stays : ways) {
        Errno error = ERRORS.get((i + (stays ? ERRORS.size() / 2 : 0)) % ERRORS.size());
        faults.add(new Fault(i + 1, operations.get(i), error, stays));
        met.add(new Pair(operations.get(i), error));
      }
    }
    for (String kind : new TreeSet<>(operations)) {
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
