package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Makes a name that is a directory a link to a slot, or the other way round, after the strategy of
/// a target was changed. The tree stays the same one.
final class Conversion {
  private final Layout layout;
  private final FileOperations files;
  private final Slots slots;
  private final PlainRenames renames;

  Conversion(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.slots = new Slots(layout, files);
    this.renames = new PlainRenames(layout, files);
  }

  /// Makes a directory a link. Nobody sees `html` or `html.old` absent: they are exchanged with the
  /// link, which [Probe] has seen to be possible.
  void toLink(Path name) throws IOException {
    if (!files.status(name).isDirectory()) {
      return;
    }
    Path slot = slots.add();
    if (name.equals(layout.staging())) {
      slots.link(layout.aside(), name, slot);
      renames.move(name, slot);
      replace(layout.aside(), name, slot, () -> files.replace(slot, name));
    } else {
      slots.link(slot, name, slot);
      files.exchange(name, slot);
    }
  }

  /// Makes a link a directory.
  ///
  /// @param gap whether `html` and `html.old` may be absent for a moment
  /// @throws ExchangeLeftHalfDone if the name is absent now, and its tree is in the slot
  void toDirectory(Path name, boolean gap) throws IOException {
    Optional<Path> slot = slots.of(name);
    if (slot.isEmpty()) {
      return;
    }
    if (!files.status(slot.get()).exists()) {
      files.delete(name);
    } else if (gap || name.equals(layout.staging())) {
      rename(slot.get(), name);
    } else {
      files.exchange(name, slot.get());
      files.delete(slot.get());
    }
    slots.forget(slot.get());
  }

  private void rename(Path slot, Path name) throws IOException {
    slots.link(layout.aside(), name, slot);
    files.delete(name);
    replace(slot, name, slot, () -> files.replace(layout.aside(), name));
    files.delete(layout.aside());
  }

  private interface Undoing {
    void run() throws IOException;
  }

  private void replace(Path from, Path name, Path slot, Undoing undoing) throws IOException {
    try {
      files.replace(from, name);
    } catch (IOException e) {
      try {
        undoing.run();
      } catch (IOException again) {
        e.addSuppressed(again);
        throw new ExchangeLeftHalfDone(Map.of(name, slot), e);
      }
      throw e;
    }
  }
}
