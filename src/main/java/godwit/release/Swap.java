package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The renames that put the staged tree in the place of `html`, and that in the place of
/// `html.old`, of which what stood there is left at the staging name. Neither name is ever absent
/// once it has been there.
final class Swap {
  private final Layout layout;
  private final FileOperations files;
  private final List<Step> done = new ArrayList<>();

  Swap(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// All steps, or none: what an error leaves half done is undone.
  ///
  /// @throws SwapLeftHalfDone if it could not be undone
  /// @throws IOException if nothing has changed
  void run() throws IOException {
    try {
      if (files.status(layout.live()).exists()) {
        exchange(layout.staging(), layout.live());
        keepDisplaced();
      } else {
        move(layout.staging(), layout.live());
      }
      sync();
    } catch (IOException e) {
      throw undone(e);
    }
  }

  /// Exchanges `html` with `html.old`, or does nothing.
  ///
  /// @throws SwapLeftHalfDone if it could not be undone
  /// @throws IOException if nothing has changed
  void goBack() throws IOException {
    try {
      exchange(layout.live(), layout.backup());
      files.sync(layout.target());
    } catch (IOException e) {
      throw undone(e);
    }
  }

  /// Makes what was displaced from `html`, at the staging name now, the new `html.old`.
  void keepDisplaced() throws IOException {
    if (files.status(layout.backup()).exists()) {
      exchange(layout.staging(), layout.backup());
    } else {
      move(layout.staging(), layout.backup());
    }
  }

  /// Makes the renames last.
  void sync() throws IOException {
    files.sync(layout.target());
    files.sync(layout.own());
  }

  private void exchange(Path one, Path other) throws IOException {
    step(new Exchange(one, other));
  }

  private void move(Path from, Path to) throws IOException {
    step(new Move(from, to));
  }

  private void step(Step step) throws IOException {
    make(step);
    done.add(step);
  }

  private void make(Step step) throws IOException {
    switch (step) {
      case Exchange(Path one, Path other) -> {
        try {
          files.exchange(one, other);
        } catch (IOException e) {
          throw ReleaseException.of("exchange " + one + " with", other, e);
        }
      }
      case Move(Path from, Path to) -> {
        try {
          files.move(from, to);
        } catch (IOException e) {
          throw ReleaseException.of("rename " + from + " to", to, e);
        }
      }
    }
  }

  /// Takes back what was done.
  ///
  /// @return why, in words
  private ReleaseException undone(IOException error) throws SwapLeftHalfDone {
    ReleaseException cause = ReleaseException.of("finish the swap in", layout.target(), error);
    while (!done.isEmpty()) {
      try {
        make(done.getLast().inverse());
      } catch (IOException e) {
        cause.addSuppressed(e);
        throw new SwapLeftHalfDone(whatIsWhere(), cause);
      }
      done.removeLast();
    }
    return cause;
  }

  private String whatIsWhere() {
    String live = layout.live() + " is the new release, whole";
    if (done.getFirst() instanceof Move) {
      return live;
    }
    return live + ", the one before it is " + displaced();
  }

  private Path displaced() {
    Exchange first = (Exchange) done.getFirst();
    return done.size() == 1 && first.one().equals(layout.staging())
        ? layout.staging()
        : layout.backup();
  }

  private sealed interface Step {
    Step inverse();
  }

  private record Exchange(Path one, Path other) implements Step {
    @Override
    public Step inverse() {
      return this;
    }
  }

  private record Move(Path from, Path to) implements Step {
    @Override
    public Step inverse() {
      return new Move(to, from);
    }
  }
}
