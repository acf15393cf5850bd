package godwit.release;

import godwit.libc.Errno;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// An operation that is made to fail.
///
/// @param nth which one, counted from 1
/// @param operation its kind, such as `createFile`
record Fault(int nth, String operation, Errno errno) {
  private static final List<Errno> ERRORS =
      List.of(Errno.ENOSPC, Errno.EIO, Errno.EACCES, Errno.EROFS, Errno.EMFILE, Errno.EINTR);

  /// The faults to try. Each operation with each error is too many for every day, and is asked for
  /// by the system property `godwit.faults=all`. Else every operation fails with one of the errors,
  /// which take turns, and each kind of operation with each of them, the first or the last of its
  /// kind: so every pair of a kind of operation and an error is met.
  ///
  /// @param operations the kinds of all operations, in their order
  static List<Fault> among(List<String> operations) {
    Set<Fault> faults = new LinkedHashSet<>();
    if (System.getProperty("godwit.faults", "").equals("all")) {
      for (int i = 0; i < operations.size(); i++) {
        for (Errno error : ERRORS) {
          faults.add(new Fault(i + 1, operations.get(i), error));
        }
      }
      return new ArrayList<>(faults);
    }
    for (int i = 0; i < operations.size(); i++) {
      faults.add(new Fault(i + 1, operations.get(i), ERRORS.get(i % ERRORS.size())));
    }
    for (String kind : new TreeSet<>(operations)) {
      for (int i = 0; i < ERRORS.size(); i++) {
        int at = i % 2 == 0 ? operations.indexOf(kind) : operations.lastIndexOf(kind);
        faults.add(new Fault(at + 1, kind, ERRORS.get(i)));
      }
    }
    return new ArrayList<>(faults);
  }

  FaultyFiles once() {
    return FaultyFiles.failing(nth, false, errno);
  }

  FaultyFiles fromThenOn() {
    return FaultyFiles.failing(nth, true, errno);
  }

  /// What the user is to be told of it.
  Explanation explanation() {
    return Objects.requireNonNull(Explanation.of(errno));
  }
}
