package godwit.content;

import java.util.ArrayList;
import java.util.List;

/// Takes the text of a date apart into numbers, words and single characters, where dateutil does.
///
/// A dot belongs to a number with one dot (`15.5`) and else separates (`Sep.20.2009`,
/// `01.02.2024`). A comma between digits is a decimal point where two digits or more come before it
/// (`15,5`).
final class DateTokens {
  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private DateTokens(String text) {
    this.text = text;
  }

  /// The tokens in their order; any white space is a token of one space.
  static List<String> of(String text) {
    DateTokens reader = new DateTokens(text);
    while (reader.at < text.length()) {
      char first = text.charAt(reader.at);
      if (Character.isLetter(first) || isDigit(first)) {
        reader.readRun();
      } else {
        reader.tokens.add(isSpace(first) ? " " : String.valueOf(first));
        reader.at++;
      }
    }
    return reader.tokens;
  }

  /// A run of letters or of digits. Behind a dot the other kind may follow.
  private void readRun() {
    int start = at;
    boolean letters = Character.isLetter(text.charAt(at));
    boolean mixed = letters;
    boolean dotted = false;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean afterDot = text.charAt(at - 1) == '.';
      if (c == '.' || (c == ',' && !letters && !dotted && at - start >= 2)) {
        dotted = true;
      } else if (letters ? isDigit(c) : Character.isLetter(c)) {
        if (!dotted || !afterDot) {
          break;
        }
        letters = !letters;
        mixed = true;
      } else if (!(letters ? Character.isLetter(c) : isDigit(c))) {
        break;
      }
    }
    add(text.substring(start, at), mixed, letters, dotted);
  }

  private void add(String run, boolean mixed, boolean endsInLetters, boolean dotted) {
    long dots = run.chars().filter(c -> c == '.').count();
    if (dotted && (mixed || dots > 1 || run.endsWith(".") || run.endsWith(","))) {
      addParts(run);
    } else {
      tokens.add(dotted && !endsInLetters && dots == 0 ? run.replace(',', '.') : run);
    }
  }

  private void addParts(String run) {
    int from = 0;
    for (int i = 0; i < run.length(); i++) {
      if (run.charAt(i) == '.' || run.charAt(i) == ',') {
        if (i > from) {
          tokens.add(run.substring(from, i));
        }
        tokens.add(run.substring(i, i + 1));
        from = i + 1;
      }
    }
    if (from < run.length()) {
      tokens.add(run.substring(from));
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
