package godwit.importer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Patterns of file names, as Python's `fnmatch` has them, written as Java's globs.
///
/// In Java braces and backslashes have a meaning, a set needs its closing bracket and cannot hold
/// one, and a range that is the wrong way round is an error.
final class Glob {
  private static final String ANY = "?";

  /// Each has a meaning somewhere in a set of Java's; last and in this order none of them has.
  private static final String SPECIAL = "^[\\&!";

  /// Java has no ranges of characters beyond U+FFFF, so these are written one by one.
  private static final int MOST_SINGLE = 1000;

  private final int[] source;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Glob(String pattern) {
    this.source = pattern.codePoints().toArray();
  }

  /// The same pattern for Java. A set of so many characters beyond U+FFFF that it cannot be written
  /// becomes any character: then rather a file too many is passed over than one is published.
  ///
  /// @return empty if the pattern fits no name, as `[z-a]` and `a/*`
  static Optional<String> of(String pattern) {
    return new Glob(pattern).java();
  }

  private Optional<String> java() {
    while (at < source.length) {
      int c = source[at++];
      int end = c == '[' ? end() : -1;
      if (end >= 0) {
        String set = set(end);
        if (set == null) {
          return Optional.empty();
        }
        out.append(set);
        at = end + 1;
      } else if (c == '/') {
        return Optional.empty();
      } else if (c != '*' || at < 2 || source[at - 2] != '*') { // two stars are one
        out.append(literal(c));
      }
    }
    return Optional.of(out.toString());
  }

  /// Where the set that begins here ends; -1 if the bracket stands for itself, as it is not closed.
  private int end() {
    int end = at;
    end += is(end, '!') ? 1 : 0;
    end += is(end, ']') ? 1 : 0; // the first one stands for itself
    while (end < source.length && source[end] != ']') {
      end++;
    }
    return end < source.length ? end : -1;
  }

  private boolean is(int index, char c) {
    return index < source.length && source[index] == c;
  }

  /// A set for Java; null if it has no character.
  private @Nullable String set(int end) {
    boolean isNegated = is(at, '!');
    int next = isNegated ? at + 1 : at;
    BitSet characters = new BitSet();
    while (next < end) {
      boolean isRange = next + 2 < end && is(next + 1, '-');
      int last = isRange ? source[next + 2] : source[next];
      if (last >= source[next]) {
        characters.set(source[next], last + 1);
      }
      next += isRange ? 3 : 1;
    }
    if (isNegated && characters.get(']')) {
      characters.flip(' ', Character.MAX_CODE_POINT + 1);
      characters.clear(0x7F, 0xA0); // like those before the space: godwit.toml takes none of these
      isNegated = false;
    }
    characters.clear('/'); // no name has one, and Java refuses it
    if (characters.isEmpty()) {
      return isNegated ? ANY : null;
    }
    return written(characters, isNegated);
  }

  private static String written(BitSet characters, boolean isNegated) {
    boolean hasBracket = characters.get(']');
    characters.clear(']');
    StringBuilder members = new StringBuilder(characters.get('-') ? "-" : "");
    StringBuilder special = new StringBuilder();
    SPECIAL.chars().filter(characters::get).forEach(special::appendCodePoint);
    SPECIAL.chars().forEach(characters::clear);
    characters.clear('-');
    int to;
    for (int from = characters.nextSetBit(0); from >= 0; from = characters.nextSetBit(to + 1)) {
      to = characters.nextClearBit(from) - 1;
      if (!append(from, to, members)) {
        return ANY;
      }
    }
    if (isNegated) {
      return "[!" + members + special + "]";
    }
    List<String> choices = new ArrayList<>();
    if (hasBracket) {
      choices.add("\\]");
    }
    if (members.isEmpty()) { // the first of a set must not be one of these
      special.chars().forEach(c -> choices.add(literal(c)));
    } else {
      choices.add("[" + members + special + "]");
    }
    return choices.size() == 1 ? choices.getFirst() : "{" + String.join(",", choices) + "}";
  }

  private static String literal(int c) {
    return ("[\\{}".indexOf(c) < 0 ? "" : "\\") + Character.toString(c);
  }

  /// Appends a range. @return whether Java has it
  private static boolean append(int from, int to, StringBuilder members) {
    boolean isWhole = !isHalf(from) && !isHalf(to);
    if (to - from > 1 && (to <= Character.MAX_VALUE || from < Character.MIN_SURROGATE)) {
      members.appendCodePoint(from).append('-').appendCodePoint(to);
      return isWhole;
    }
    for (int c = from; c <= to && c - from < MOST_SINGLE; c++) {
      members.appendCodePoint(c);
    }
    return isWhole && to - from < MOST_SINGLE;
  }

  /// Whether it is half of a surrogate pair, which is no character.
  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
