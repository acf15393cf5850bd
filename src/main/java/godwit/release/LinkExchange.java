package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Exchanges and moves names that are links to slots, by replacing the links.
final class LinkExchange {
  private final Layout layout;
  private final FileOperations files;
  private final Slots slots;

  LinkExchange(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.slots = new Slots(layout, files);
  }

  /// Each name leads to a whole tree at every moment; for one moment both lead to that of `second`.
  /// After a death then the link at [Layout#aside] is the one that belongs at `second`.
  ///
  /// @param first is changed first
  /// @throws ExchangeLeftHalfDone if it could not be undone
  /// @throws IOException if nothing has changed
  void exchange(Path first, Path second) throws IOException {
    Path before = slot(first);
    Path after = slot(second);
    slots.link(layout.aside(), second, before);
    slots.point(first, after);
    try {
      files.replace(layout.aside(), second);
    } catch (IOException e) {
      undo(() -> slots.point(first, before), Map.of(first, before, second, first), e);
      throw e;
    }
  }

  /// After a death in the middle both names lead to the tree.
  ///
  /// @param to that leads nowhere
  /// @throws ExchangeLeftHalfDone if it could not be undone
  /// @throws IOException if nothing has changed
  void move(Path from, Path to) throws IOException {
    slots.point(to, slot(from));
    try {
      files.delete(from);
    } catch (IOException e) {
      undo(() -> files.delete(to), Map.of(from, to), e);
      throw e;
    }
  }

  private Path slot(Path name) throws IOException {
    return slots
        .of(name)
        .orElseThrow(
            () ->
                ReleaseException.refused(
                    name + " is not a symbolic link that Godwit made",
                    "look what has changed it while Godwit published"));
  }

  private interface Undoing {
    void run() throws IOException;
  }

  private static void undo(Undoing undoing, Map<Path, Path> moved, IOException failure)
      throws ExchangeLeftHalfDone {
    try {
      undoing.run();
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw new ExchangeLeftHalfDone(moved, failure);
    }
  }
}
