package godwit.release;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The files of a target, with its [Strategy]: whoever uses them exchanges, moves, makes and
/// deletes `html`, `html.old` and the staging tree by those names, and need not know which are
/// directories and which are links to slots. The status of a name is that of its tree.
///
/// What stands there is read as it is, whatever the strategy; an exchange first makes it what the
/// strategy needs.
final class TargetFiles extends ForwardingFiles {
  private final Layout layout;
  private final Strategy strategy;
  private final Slots slots;
  private final Unfinished unfinished;
  private final Conversion conversion;
  private final LinkExchange links;
  private final PlainRenames renames;
  private final Probe probe;

  /// @param files to do each single step with
  TargetFiles(Layout layout, Strategy strategy, FileOperations files) {
    super(files);
    this.layout = layout;
    this.strategy = strategy;
    this.slots = new Slots(layout, files);
    this.unfinished = new Unfinished(layout, files);
    this.conversion = new Conversion(layout, files);
    this.links = new LinkExchange(layout, files);
    this.renames = new PlainRenames(layout, files);
    this.probe = new Probe(layout, strategy, files);
  }

  /// Sees that the file system can do what the strategy needs; makes [Layout#incoming] by the way.
  void probe() throws IOException {
    probe.run();
  }

  /// Puts right what a publisher left who died within an exchange. To be called under the lock,
  /// before anything else.
  void finishExchange() throws IOException {
    unfinished.finish();
  }

  /// Whether [#finishExchange] would change what anybody sees.
  boolean isFinished() throws IOException {
    return unfinished.isFinished();
  }

  @Override
  public FileStatus status(Path path) throws IOException {
    FileStatus status = super.status(path);
    return switch (status.kind()) {
      case LINK -> {
        Optional<Path> slot = slotOf(path);
        yield slot.isEmpty() ? status : super.status(slot.get());
      }
      case MISSING -> layout.served().contains(path) ? statusAside(path, status) : status;
      case DIRECTORY, FILE, OTHER -> status;
    };
  }

  /// The status of a tree whose name is absent for a moment, for those who look without the lock.
  private FileStatus statusAside(Path name, FileStatus missing) throws IOException {
    FileStatus aside = super.status(layout.aside());
    if (aside.kind() == FileStatus.Kind.LINK && !slots.isAsideForStaging()) {
      Optional<Path> slot = slots.ofAside();
      aside = slot.isEmpty() ? missing : super.status(slot.get());
    }
    if (!aside.isDirectory()) {
      return super.status(name); // it may have come there meanwhile
    }
    return name.equals(layout.live()) || super.status(layout.live()).exists() ? aside : missing;
  }

  @Override
  public BasicStatus basicStatus(Path path) throws IOException {
    BasicStatus status = super.basicStatus(path);
    if (status.kind() == FileStatus.Kind.LINK) {
      Optional<Path> slot = slotOf(path);
      return slot.isEmpty() ? status : super.basicStatus(slot.get());
    }
    return status;
  }

  @Override
  public void setModified(Path path, Instant time) throws IOException {
    super.setModified(slotOf(path).orElse(path), time);
  }

  @Override
  public void createDirectory(Path directory, int mode) throws IOException {
    Optional<Path> slot = slotOf(directory);
    if (slot.isPresent() || (strategy == Strategy.SYMLINK && isTree(directory))) {
      createTree(directory, mode);
    } else {
      super.createDirectory(directory, mode);
    }
  }

  private void createTree(Path name, int mode) throws IOException {
    if (status(name).exists()) {
      throw new FileAlreadyExistsException(name.toString());
    }
    if (strategy == Strategy.SYMLINK) {
      Path slot = slots.add();
      super.createDirectory(slot, mode);
      slots.point(name, slot);
    } else {
      delete(name); // a link that leads nowhere
      super.createDirectory(name, mode);
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    Optional<Path> slot = slotOf(path);
    if (slot.isPresent() && super.status(slot.get()).exists()) {
      super.delete(slot.get());
    }
    super.delete(path);
    if (slot.isPresent()) {
      slots.forget(slot.get());
    }
  }

  /// As the strategy does it, for two of the names of [Layout#trees].
  ///
  /// @throws ExchangeLeftHalfDone if it needs several steps, and could not be undone
  /// @throws IOException if nothing has changed
  @Override
  public void exchange(Path one, Path other) throws IOException {
    boolean inOrder = layout.trees().indexOf(one) < layout.trees().indexOf(other);
    Path first = inOrder ? one : other;
    Path second = inOrder ? other : one;
    convert(second);
    convert(first);
    switch (strategy) {
      case EXCHANGE -> super.exchange(one, other);
      case SYMLINK -> links.exchange(first, second);
      case RENAME -> renames.exchange(first, second);
    }
  }

  private void convert(Path tree) throws IOException {
    switch (strategy) {
      case EXCHANGE -> conversion.toDirectory(tree, false);
      case SYMLINK -> conversion.toLink(tree);
      case RENAME -> conversion.toDirectory(tree, true);
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (isTree(from) && isTree(to)) {
      moveTree(from, to);
    } else {
      moveAway(from, to);
    }
  }

  private void moveTree(Path from, Path to) throws IOException {
    if (status(to).exists()) {
      throw new FileAlreadyExistsException(to.toString());
    }
    if (slotOf(to).isPresent()) {
      delete(to); // a link that leads nowhere
    }
    convert(from);
    switch (strategy) {
      case EXCHANGE -> super.move(from, to);
      case SYMLINK -> links.move(from, to);
      case RENAME -> renames.move(from, to);
    }
  }

  private void moveAway(Path from, Path to) throws IOException {
    Optional<Path> slot = slotOf(from);
    Path tree = slot.orElse(from);
    switch (strategy) {
      case EXCHANGE -> super.move(tree, to);
      case SYMLINK, RENAME -> renames.move(tree, to);
    }
    if (slot.isPresent()) {
      delete(from);
    }
  }

  private boolean isTree(Path path) {
    return layout.trees().contains(path);
  }

  private Optional<Path> slotOf(Path path) throws IOException {
    return isTree(path) ? slots.of(path) : Optional.empty();
  }
}
