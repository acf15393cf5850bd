package godwit.release;

import godwit.libc.Errno;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tries with empty directories what a strategy needs, so that it is not after minutes of rendering
/// that a file system turns out to be unable to.
final class Probe {
  private final Layout layout;
  private final Strategy strategy;
  private final FileOperations files;

  Probe(Layout layout, Strategy strategy, FileOperations files) {
    this.layout = layout;
    this.strategy = strategy;
    this.files = files;
  }

  /// Leaves [Layout#incoming] behind, and nothing else.
  void run() throws IOException {
    switch (strategy) {
      case EXCHANGE -> {
        files.createDirectory(layout.probe(), Layout.PRIVATE);
        files.createDirectory(layout.incoming(), Layout.PRIVATE);
        tryTo("exchange directories in", () -> files.exchange(layout.probe(), layout.incoming()));
        files.delete(layout.probe());
      }
      case SYMLINK -> {
        files.createDirectory(layout.incoming(), Layout.PRIVATE);
        tryTo("replace symbolic links in", this::replaceLink);
        convert();
        files.delete(layout.probe());
      }
      case RENAME -> {
        files.createDirectory(layout.probe(), Layout.PRIVATE);
        tryTo("rename directories in", () -> files.replace(layout.probe(), layout.incoming()));
      }
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void tryTo(String action, Attempt attempt) throws ReleaseException {
    try {
      attempt.run();
    } catch (IOException e) {
      throw ReleaseException.of(action, layout.own(), e);
    }
  }

  private void replaceLink() throws IOException {
    files.createLink(layout.probe(), "incoming");
    files.createLink(layout.link(), "incoming");
    files.replace(layout.link(), layout.probe());
  }

  /// A served directory becomes a link by an exchange, else not without being absent.
  private void convert() throws IOException {
    List<Path> directories = new ArrayList<>();
    for (Path name : layout.served()) {
      if (files.status(name).isDirectory()) {
        directories.add(name);
      }
    }
    if (directories.isEmpty()) {
      return;
    }
    try {
      files.exchange(layout.probe(), layout.incoming());
      files.exchange(layout.probe(), layout.incoming());
    } catch (IOException e) {
      Errno errno = Errno.of(e);
      if (errno == Errno.EINVAL || errno == Errno.ENOSYS) {
        throw byHand(directories);
      }
      throw ReleaseException.of("exchange a directory with a symbolic link in", layout.own(), e);
    }
  }

  private ReleaseException byHand(List<Path> directories) throws IOException {
    Slots slots = new Slots(layout, files);
    List<Path> free = slots.free(directories.size());
    StringBuilder commands =
        new StringBuilder("cd " + layout.target() + " && mkdir -p .godwit/slots");
    for (int i = 0; i < directories.size(); i++) {
      commands.append(
          " && touch .godwit/slots/%2$s && mv %1$s %2$s && ln -s %2$s %1$s"
              .formatted(directories.get(i).getFileName(), free.get(i).getFileName()));
    }
    return ReleaseException.refused(
        directories.getFirst()
            + " is a directory, and its file system cannot exchange it for a symbolic link in one"
            + " step",
        "do it by hand, once: `"
            + commands
            + "`; nothing is served for the moment between mv and ln");
  }
}
