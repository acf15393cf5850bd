package godwit.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The exchanges that put the staged tree in the place of `html`, and that in the place of
/// `html.old`, of which what stood there is left at the staging name. Neither name is ever absent
/// once it has been there, but with [Strategy#RENAME].
final class Swap {
  private final Layout layout;
  private final FileOperations files;
  private final List<Step> done = new ArrayList<>();
  private final Map<Tree, Path> places = new EnumMap<>(Tree.class);

  Swap(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /// What changes places.
  private enum Tree {
    NEW,
    BEFORE
  }

  /// All steps, or none: what an error leaves half done is undone.
  ///
  /// @throws SwapLeftHalfDone if it could not be undone
  /// @throws IOException if nothing has changed
  void run() throws IOException {
    places.put(Tree.NEW, layout.staging());
    try {
      if (files.status(layout.live()).exists()) {
        places.put(Tree.BEFORE, layout.live());
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
    places.put(Tree.NEW, layout.backup());
    places.put(Tree.BEFORE, layout.live());
    try {
      exchange(layout.live(), layout.backup());
      files.sync(layout.target());
    } catch (IOException e) {
      throw undone(e);
    }
  }

  /// The rest, where the first exchange was made by another publisher.
  void finish() throws IOException {
    places.put(Tree.NEW, layout.live());
    places.put(Tree.BEFORE, layout.staging());
    keepDisplaced();
    sync();
  }

  /// Makes what was displaced from `html`, at the staging name now, the new `html.old`.
  private void keepDisplaced() throws IOException {
    if (files.status(layout.backup()).exists()) {
      exchange(layout.staging(), layout.backup());
    } else {
      move(layout.staging(), layout.backup());
    }
  }

  /// Makes the exchanges last.
  private void sync() throws IOException {
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
    follow(step.moved());
  }

  private void make(Step step) throws IOException {
    try {
      switch (step) {
        case Exchange(Path one, Path other) -> files.exchange(one, other);
        case Move(Path from, Path to) -> files.move(from, to);
      }
    } catch (ExchangeLeftHalfDone e) {
      follow(e.moved());
      throw new SwapLeftHalfDone(
          whatIsWhere(), ReleaseException.of(step.action(), step.place(), e.failure()));
    } catch (IOException e) {
      throw ReleaseException.of(step.action(), step.place(), e);
    }
  }

  private void follow(Map<Path, Path> moved) {
    places.replaceAll((_, place) -> moved.getOrDefault(place, place));
  }

  /// Takes back what was done.
  ///
  /// @return why, in words
  private ReleaseException undone(IOException error) throws SwapLeftHalfDone {
    if (error instanceof SwapLeftHalfDone halfDone) {
      throw halfDone;
    }
    ReleaseException cause = ReleaseException.of("finish the swap in", layout.target(), error);
    while (!done.isEmpty()) {
      Step inverse = done.getLast().inverse();
      try {
        make(inverse);
      } catch (IOException e) {
        cause.addSuppressed(e);
        throw new SwapLeftHalfDone(whatIsWhere(), cause);
      }
      follow(inverse.moved());
      done.removeLast();
    }
    return cause;
  }

  private String whatIsWhere() {
    Path fresh = places.get(Tree.NEW);
    Path before = places.get(Tree.BEFORE);
    String rest = before == null ? "" : ", the one before it is " + before;
    if (layout.live().equals(fresh)) {
      return layout.live() + " is the new release, whole" + rest;
    }
    return layout.live().equals(before)
        ? layout.live() + " is the release that it was, whole, the new one is " + fresh
        : layout.live() + " is absent, the new release is " + fresh + rest;
  }

  private sealed interface Step {
    /// What it does, to be read between "cannot" and [#place].
    String action();

    Path place();

    Map<Path, Path> moved();

    Step inverse();
  }

  private record Exchange(Path one, Path other) implements Step {
    @Override
    public String action() {
      return "exchange " + one + " with";
    }

    @Override
    public Path place() {
      return other;
    }

    @Override
    public Map<Path, Path> moved() {
      return Map.of(one, other, other, one);
    }

    @Override
    public Step inverse() {
      return this;
    }
  }

  private record Move(Path from, Path to) implements Step {
    @Override
    public String action() {
      return "rename " + from + " to";
    }

    @Override
    public Path place() {
      return to;
    }

    @Override
    public Map<Path, Path> moved() {
      return Map.of(from, to);
    }

    @Override
    public Step inverse() {
      return new Move(to, from);
    }
  }
}
