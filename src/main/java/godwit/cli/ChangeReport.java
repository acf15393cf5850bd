package godwit.cli;

import godwit.output.OutputFile;
import godwit.release.Change;
import godwit.release.Changes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a publish changes, for people.
final class ChangeReport {
  private static final int NAMED = 5;

  private ChangeReport() {}

  /// `3 changed, 1 added, 1 removed`; what there is none of is left out.
  static String counts(Changes changes) {
    List<Change> listed = changes.listed();
    List<String> counts = new ArrayList<>();
    for (Change.Type type : List.of(Change.Type.CHANGED, Change.Type.ADDED, Change.Type.REMOVED)) {
      long count = listed.stream().filter(change -> change.type() == type).count();
      if (count > 0) {
        counts.add(count + " " + word(type));
      }
    }
    return counts.isEmpty() ? "only copies of assets" : String.join(", ", counts);
  }

  private static String word(Change.Type type) {
    return switch (type) {
      case ADDED -> "added";
      case CHANGED -> "changed";
      case REMOVED -> "removed";
    };
  }

  /// The counts, and the pages that are gone by name.
  static void lines(PrintStream out, Changes changes) {
    out.println("  changes: " + counts(changes));
    List<String> gone =
        changes.list().stream()
            .filter(change -> change.type() == Change.Type.REMOVED)
            .filter(change -> change.file().kind() == OutputFile.Kind.PAGE)
            .map(change -> change.file().path().value())
            .toList();
    if (!gone.isEmpty()) {
      String more = gone.size() > NAMED ? " and " + (gone.size() - NAMED) + " more" : "";
      out.println("  gone:    " + String.join(", ", gone.stream().limit(NAMED).toList()) + more);
    }
  }

  /// Every file under its folders, with a sign in front: `+` added, `~` changed, `-` removed.
  static void tree(PrintStream out, Changes changes) {
    List<String> open = List.of();
    for (Change change : changes.listed()) {
      List<String> parts = Arrays.asList(change.file().path().value().split("/", -1));
      List<String> folders = parts.subList(0, parts.size() - 1);
      int common = common(open, folders);
      for (int depth = common; depth < folders.size(); depth++) {
        out.println("  " + "  ".repeat(depth) + folders.get(depth) + "/");
      }
      out.println(
          sign(change.type()) + " " + "  ".repeat(folders.size()) + parts.getLast() + note(change));
      open = folders;
    }
    out.println(changes.isEmpty() ? "nothing would change" : counts(changes));
  }

  private static String note(Change change) {
    return change.type() == Change.Type.CHANGED && !change.content() ? "  (around the text)" : "";
  }

  static char sign(Change.Type type) {
    return switch (type) {
      case ADDED -> '+';
      case CHANGED -> '~';
      case REMOVED -> '-';
    };
  }

  private static int common(List<String> one, List<String> other) {
    int depth = 0;
    while (depth < Math.min(one.size(), other.size()) && one.get(depth).equals(other.get(depth))) {
      depth++;
    }
    return depth;
  }
}
