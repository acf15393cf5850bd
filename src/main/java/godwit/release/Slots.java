package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The directories `html.1`, `html.2` … beside `html`, to which `html`, `html.old` and the staging
/// name lead where they are symbolic links.
///
/// A link is Godwit's if it leads to a slot that is noted in `.godwit/slots`: everything else of
/// such a name is somebody's.
final class Slots {
  private static final String PARENT = "../";
  private static final Pattern TEXT = Pattern.compile("(?:\\.\\./)?(html\\.[1-9][0-9]{0,8})");

  private final Layout layout;
  private final FileOperations files;

  Slots(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// Whether a slot may be called that.
  static boolean isName(String text) {
    return !text.startsWith(PARENT) && TEXT.matcher(text).matches();
  }

  /// The slot that a name leads to, which may be missing.
  ///
  /// @return empty if the name is not a link of Godwit's
  Optional<Path> of(Path name) throws IOException {
    return read(files.readLink(name), isOwn(name));
  }

  /// The same for the link at [Layout#aside], which may be written for another place.
  Optional<Path> ofAside() throws IOException {
    return read(files.readLink(layout.aside()), isAsideForStaging());
  }

  /// Whether the link at [Layout#aside] is written for the staging name, and not for one beside the
  /// slots.
  boolean isAsideForStaging() throws IOException {
    return files.readLink(layout.aside()).filter(text -> text.startsWith(PARENT)).isPresent();
  }

  private Optional<Path> read(Optional<String> link, boolean own) throws IOException {
    Matcher text = TEXT.matcher(link.orElse(""));
    if (!text.matches() || text.group().startsWith(PARENT) != own) {
      return Optional.empty();
    }
    Path slot = layout.target().resolve(text.group(1));
    return files.status(note(slot)).isFile() ? Optional.of(slot) : Optional.empty();
  }

  /// Where the tree of a name is.
  Path tree(Path name) throws IOException {
    return of(name).orElse(name);
  }

  /// A slot that is free, noted as Godwit's from now on.
  Path add() throws IOException {
    if (!files.status(layout.slots()).exists()) {
      files.createDirectory(layout.slots(), Layout.PRIVATE);
    }
    Path slot = free(1).getFirst();
    if (!files.status(note(slot)).exists()) {
      files.createFile(note(slot), new byte[0]);
    }
    return slot;
  }

  /// The first slots that are free, not noted yet.
  List<Path> free(int count) throws IOException {
    List<Path> free = new ArrayList<>();
    for (int i = 1; free.size() < count; i++) {
      Path slot = layout.target().resolve("html." + i);
      if (!files.status(slot).exists()) {
        free.add(slot);
      }
    }
    return free;
  }

  /// Forgets a slot that there is no more.
  void forget(Path slot) throws IOException {
    files.delete(note(slot));
  }

  /// All that are noted.
  List<Path> all() throws IOException {
    return files.status(layout.slots()).isDirectory()
        ? files.list(layout.slots()).stream()
            .map(note -> layout.target().resolve(note.getFileName()))
            .sorted()
            .toList()
        : List.of();
  }

  /// Lets a name lead to a slot in one atomic step. What stands there may be another link.
  void point(Path name, Path slot) throws IOException {
    link(layout.link(), name, slot);
    files.replace(layout.link(), name);
  }

  /// Makes a link, over one that was left behind.
  ///
  /// @param name where the link will be, which its text is for
  void link(Path link, Path name, Path slot) throws IOException {
    if (files.status(link).kind() == FileStatus.Kind.LINK) {
      files.delete(link);
    }
    files.createLink(link, text(name, slot));
  }

  /// What a link of that name to a slot contains.
  String text(Path name, Path slot) {
    return (isOwn(name) ? PARENT : "") + slot.getFileName();
  }

  private boolean isOwn(Path name) {
    return layout.own().equals(name.getParent());
  }

  private Path note(Path slot) {
    return layout.slots().resolve(slot.getFileName());
  }
}
