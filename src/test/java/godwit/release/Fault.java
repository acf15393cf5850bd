package godwit.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// An operation that is made to fail.
///
/// @param nth which one, counted from 1
/// @param operation its kind, such as `createFile`
record Fault(int nth, String operation, Errno errno) {
  private static final List<Errno> ERRORS =
      List.of(Errno.ENOSPC, Errno.EIO, Errno.EACCES, Errno.EROFS, Errno.EMFILE, Errno.EINTR);

  /// The faults to try where each operation with each error would be too many: every operation
  /// fails with one of the errors, which take turns, and the first and the last operation of each
  /// kind with each of them. So every pair of a kind of operation and an error is met.
  ///
  /// @param operations the kinds of all operations, in their order
  static List<Fault> among(List<String> operations) {
    Set<Fault> faults = new LinkedHashSet<>();
    for (int i = 0; i < operations.size(); i++) {
      faults.add(new Fault(i + 1, operations.get(i), ERRORS.get(i % ERRORS.size())));
    }
    for (String kind : new TreeSet<>(operations)) {
      for (Errno errno : ERRORS) {
        faults.add(new Fault(operations.indexOf(kind) + 1, kind, errno));
        faults.add(new Fault(operations.lastIndexOf(kind) + 1, kind, errno));
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
}
