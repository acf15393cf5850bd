package godwit.release;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What can be done with rename(2) alone, by the one who has the lock.
final class PlainRenames {
  private final Layout layout;
  private final FileOperations files;

  PlainRenames(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// Renames, not over something that exists.
  void move(Path from, Path to) throws IOException {
    if (files.status(to).exists()) {
      throw new FileAlreadyExistsException(to.toString());
    }
    files.replace(from, to);
  }

  /// Exchanges two names in three steps. After a death between two of them the tree at
  /// [Layout#aside] is the one that belongs at the first name of [Layout#trees] that is missing:
  /// `first`, or else `second`, or `html.old` where there is none yet and `second` is the staging
  /// name, which is where [Recovery] would bring it then.
  ///
  /// @param first is absent between the first step and the second
  /// @throws ExchangeLeftHalfDone if it could not be undone
  /// @throws IOException if nothing has changed
  void exchange(Path first, Path second) throws IOException {
    List<Step> done = new ArrayList<>();
    Path aside = layout.aside();
    for (Step step :
        List.of(new Step(first, aside), new Step(second, first), new Step(aside, second))) {
      try {
        move(step.from(), step.to());
      } catch (IOException e) {
        undo(done, e);
        throw e;
      }
      done.add(step);
    }
  }

  private void undo(List<Step> done, IOException failure) throws ExchangeLeftHalfDone {
    while (!done.isEmpty()) {
      try {
        move(done.getLast().to(), done.getLast().from());
      } catch (IOException e) {
        failure.addSuppressed(e);
        Map<Path, Path> moved = new LinkedHashMap<>();
        done.forEach(step -> moved.put(step.from(), step.to()));
        throw new ExchangeLeftHalfDone(moved, failure);
      }
      done.removeLast();
    }
  }

  private record Step(Path from, Path to) {}
}
