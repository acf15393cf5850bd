package godwit.config;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// A pattern of file names: a glob as Java's [java.nio.file.FileSystem#getPathMatcher] has it, of
/// which the time to match a name grows with the lengths of both and not with the ways in which the
/// stars could be filled.
public final class NamePattern {
  /// A step of the machine that matches names.
  private sealed interface Step {
    /// Takes one character that fits, and goes on with the next step.
    record Take(IntPredicate fits) implements Step {}

    /// Takes one character and stays, or goes on with the next step.
    record TakeAny() implements Step {}

    /// Goes on at one of several steps.
    record Fork(List<Integer> steps) implements Step {}
  }

  private final int[] source;
  private final List<Step> steps = new ArrayList<>();
  private int at;

  private NamePattern(String source) {
    this.source = Normalizer.normalize(source, Normalizer.Form.NFC).codePoints().toArray();
  }

  /// @param source with `*` for any characters, `?` for one, `[a-z]` and `[!a-z]` for one of a set,
  ///   `{a,b}` for one of several patterns, and `\` before what means itself
  /// @throws IllegalArgumentException if it is none; the message says what is wrong with it
  public static NamePattern of(String source) {
    NamePattern pattern = new NamePattern(source);
    pattern.compile();
    return pattern;
  }

  /// Whether the whole name fits.
  public boolean matches(String name) {
    BitSet now = new BitSet();
    enter(0, now);
    int[] points = Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().toArray();
    for (int point : points) {
      BitSet next = new BitSet();
      for (int i = now.nextSetBit(0); i >= 0 && i < steps.size(); i = now.nextSetBit(i + 1)) {
        switch (steps.get(i)) {
          case Step.Take(IntPredicate fits) when fits.test(point) -> enter(i + 1, next);
          case Step.TakeAny _ -> enter(i, next);
          case Step.Take _, Step.Fork _ -> {}
        }
      }
      now = next;
    }
    return now.get(steps.size());
  }

  /// Adds a step, and those that it leads to without a character.
  private void enter(int step, BitSet states) {
    if (states.get(step)) {
      return;
    }
    states.set(step);
    if (step < steps.size()) {
      switch (steps.get(step)) {
        case Step.TakeAny _ -> enter(step + 1, states);
        case Step.Fork(List<Integer> others) -> others.forEach(other -> enter(other, states));
        case Step.Take _ -> {}
      }
    }
  }

  private void compile() {
    while (at < source.length) {
      if (source[at] == '{') {
        at++;
        group();
      } else {
        step();
      }
    }
  }

  /// `{a,b}`: a fork to the beginning of each, and behind each one to the end.
  private void group() {
    List<Integer> beginnings = new ArrayList<>();
    List<List<Integer>> ends = new ArrayList<>();
    steps.add(new Step.Fork(beginnings));
    beginnings.add(steps.size());
    while (true) {
      if (at == source.length) {
        throw new IllegalArgumentException("it has a '{' without a '}'");
      }
      switch (source[at]) {
        case '{' -> throw new IllegalArgumentException("it has braces within braces");
        case '}', ',' -> {
          List<Integer> end = new ArrayList<>();
          ends.add(end);
          steps.add(new Step.Fork(end));
          if (source[at++] == '}') {
            ends.forEach(jump -> jump.add(steps.size()));
            return;
          }
          beginnings.add(steps.size());
        }
        default -> step();
      }
    }
  }

  private void step() {
    int c = source[at++];
    switch (c) {
      case '*' -> {
        if (steps.isEmpty() || !(steps.getLast() instanceof Step.TakeAny)) {
          steps.add(new Step.TakeAny());
        }
      }
      case '?' -> steps.add(new Step.Take(_ -> true));
      case '[' -> steps.add(new Step.Take(set()));
      case '\\' -> {
        if (at == source.length) {
          throw new IllegalArgumentException("it ends with a backslash");
        }
        int literal = source[at++];
        steps.add(new Step.Take(point -> point == literal));
      }
      default -> steps.add(new Step.Take(point -> point == c));
    }
  }

  /// A set, whose opening bracket is read.
  private IntPredicate set() {
    boolean isNegated = at < source.length && source[at] == '!';
    at += isNegated ? 1 : 0;
    IntPredicate fits = _ -> false;
    boolean isEmpty = true;
    while (at < source.length && source[at] != ']') {
      int first = source[at++];
      int last = first;
      boolean isRange = at + 1 < source.length && source[at] == '-' && source[at + 1] != ']';
      if (isRange && !(isEmpty && first == '-')) {
        last = source[at + 1];
        at += 2;
      }
      if (last < first) {
        throw new IllegalArgumentException("it has a range that ends before it begins");
      }
      int end = last;
      fits = fits.or(point -> first <= point && point <= end);
      isEmpty = false;
    }
    if (at == source.length) {
      throw new IllegalArgumentException("it has a '[' without a ']'");
    }
    if (isEmpty) {
      throw new IllegalArgumentException("it has an empty set");
    }
    at++;
    return isNegated ? fits.negate() : fits;
  }
}
