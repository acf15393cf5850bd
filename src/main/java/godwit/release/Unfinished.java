package godwit.release;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts right what a publisher left who died within an exchange or a move of several steps, by
/// whatever strategy: each tree gets its name, and each name its tree.
final class Unfinished {
  private final Layout layout;
  private final FileOperations files;
  private final Slots slots;
  private final PlainRenames renames;

  Unfinished(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
    this.slots = new Slots(layout, files);
    this.renames = new PlainRenames(layout, files);
  }

  /// Whether there is nothing to put right that anybody could see.
  boolean isFinished() throws IOException {
    return !files.status(layout.aside()).exists();
  }

  /// @throws ReleaseException if somebody has put another tree where one belongs
  void finish() throws IOException {
    switch (files.status(layout.aside()).kind()) {
      case MISSING -> {}
      case LINK -> placeLink();
      case DIRECTORY -> placeTree();
      case FILE, OTHER -> throw refused();
    }
    if (files.status(layout.link()).exists()) {
      files.delete(layout.link());
    }
    if (!slots.all().isEmpty()) {
      dropLinks();
      dropSlots();
    }
  }

  private void placeTree() throws IOException {
    for (Path name : layout.trees()) {
      if (!stands(name)) {
        if (files.status(name).exists()) {
          files.delete(name); // a link that leads nowhere
        }
        renames.move(layout.aside(), name);
        return;
      }
    }
    throw refused();
  }

  private void placeLink() throws IOException {
    Optional<Path> slot = slots.ofAside();
    if (slot.isEmpty()
        || !files.status(slot.get()).isDirectory()
        || !leading(slot.get()).isEmpty()) {
      files.delete(layout.aside()); // nothing was done yet, or all
      return;
    }
    Path name = layout.staging();
    if (!slots.isAsideForStaging()) {
      name = stands(layout.live()) ? layout.backup() : layout.live();
    }
    Optional<Path> there = slots.of(name);
    boolean isSpare = there.isPresent() && leading(there.get()).size() > 1;
    if (stands(name) && !isSpare) {
      throw refused();
    }
    files.replace(layout.aside(), name);
  }

  private ReleaseException refused() {
    return ReleaseException.refused(
        layout.aside() + " is from an exchange that was broken off, and its place is taken",
        "look what it is; move it away if you want to keep it, else delete it");
  }

  /// Whether there is anything at a name, but for a link of Godwit's that leads nowhere.
  private boolean stands(Path name) throws IOException {
    return files.status(slots.tree(name)).exists();
  }

  private List<Path> leading(Path slot) throws IOException {
    List<Path> names = new ArrayList<>();
    for (Path name : layout.trees()) {
      if (slots.of(name).equals(Optional.of(slot))) {
        names.add(name);
      }
    }
    return names;
  }

  /// Links that lead nowhere, and those of a tree that was moved to an earlier name.
  private void dropLinks() throws IOException {
    for (Path name : layout.trees()) {
      Optional<Path> slot = slots.of(name);
      if (slot.isPresent()
          && (!files.status(slot.get()).exists() || !leading(slot.get()).getFirst().equals(name))) {
        files.delete(name);
      }
    }
  }

  /// Slots that no name leads to, if nothing is in them.
  private void dropSlots() throws IOException {
    for (Path slot : slots.all()) {
      if (leading(slot).isEmpty() && isGone(slot)) {
        slots.forget(slot);
      }
    }
  }

  private boolean isGone(Path slot) throws IOException {
    switch (files.status(slot).kind()) {
      case MISSING -> {}
      case LINK -> files.delete(slot); // on its way to become a name
      case DIRECTORY -> {
        try {
          files.delete(slot);
        } catch (DirectoryNotEmptyException e) {
          return false;
        }
      }
      case FILE, OTHER -> {
        return false;
      }
    }
    return true;
  }
}
