package godwit.daemon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// What a failure looks like in a log: as Java prints it, with the frames below blanks.
final class StackTrace {
  private StackTrace() {}

  static List<String> lines(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    add(thrown, "", "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
    return lines;
  }

  private static void add(
      Throwable thrown, String indent, String title, List<String> lines, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      lines.add(indent + title + "as above: " + thrown.getClass().getName());
      return;
    }
    lines.add(indent + title + thrown);
    for (StackTraceElement frame : thrown.getStackTrace()) {
      lines.add(indent + "  at " + frame);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      add(suppressed, indent + "  ", "Suppressed: ", lines, seen);
    }
    if (thrown.getCause() != null) {
      add(thrown.getCause(), indent, "Caused by: ", lines, seen);
    }
  }
}
