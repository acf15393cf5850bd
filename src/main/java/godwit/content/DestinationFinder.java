package godwit.content;

import java.util.Arrays;
import java.util.List;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/// Finds the place of an address in the source of a node. Nodes know their own places, but not
/// those of their parts.
///
/// What is found reads as the very address that the parser has read, so a text in which it is
/// replaced differs in nothing else.
final class DestinationFinder {
  /// A part of a text. @param end behind its last character
  record Range(int start, int end) {}

  private final List<SourceSpan> spans;

  /// The node's lines, without what the blocks above it put in front of them.
  private final String text;

  /// Where each of the lines begins in it.
  private final int[] lineStarts;

  /// @param source what was parsed
  /// @param early by how many characters the parser may have placed the node too early
  DestinationFinder(String source, Node node, int early) {
    this.spans = node.getSourceSpans();
    this.lineStarts = new int[spans.size()];
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < spans.size(); i++) {
      lineStarts[i] = lines.length();
      int start = spans.get(i).getInputIndex();
      int more = i == spans.size() - 1 ? early : 0;
      int end = Math.min(start + spans.get(i).getLength() + more, source.length());
      lines.append(source, start, end).append('\n');
      if (i + 1 < spans.size()) {
        lines.append("\n".repeat(emptyLines(source, end, spans.get(i + 1).getInputIndex())));
      }
    }
    this.text = lines.toString();
  }

  /// A block may have empty lines, which have no span.
  private static int emptyLines(String source, int from, int to) {
    int lineEnds = 0;
    for (int i = from; i < to; i++) {
      lineEnds += source.charAt(i) == '\n' ? 1 : 0;
    }
    return Math.max(0, lineEnds - 1);
  }

  /// Finds an address behind an opening such as `](`.
  ///
  /// @param destination the address as the parser has read it
  /// @param from where in the source to begin
  /// @return its place in the source; null where it is not written there
  @Nullable Range find(String opening, String destination, int from) {
    int at = text.indexOf(opening, inText(from));
    while (at >= 0) {
      Range found = read(skipSpace(at + opening.length()), destination);
      if (found != null) {
        int start = inSource(found.start());
        return new Range(start, start + found.end() - found.start());
      }
      at = text.indexOf(opening, at + 1);
    }
    return null;
  }

  /// Where a text that the parser has taken from the node stands among its lines, or -1.
  int indexOf(String literal) {
    return text.indexOf(literal);
  }

  /// The place in the source for one in the node's lines.
  int inSource(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return spans.get(line).getInputIndex() + offset - lineStarts[line];
  }

  private int inText(int sourceOffset) {
    for (int i = 0; i < spans.size(); i++) {
      SourceSpan span = spans.get(i);
      if (sourceOffset <= span.getInputIndex() + span.getLength()) {
        return lineStarts[i] + Math.max(0, sourceOffset - span.getInputIndex());
      }
    }
    return text.length();
  }

  /// The address that begins there in one of the three ways to write it, if it is this one.
  private @Nullable Range read(int start, String destination) {
    if (start >= text.length()) {
      return null;
    }
    if (text.charAt(start) == '<') {
      return ifRead(start + 1, endOfAngled(start + 1), destination);
    }
    Range bare = ifRead(start, endOfBare(start), destination);
    return bare != null ? bare : ifRead(start, endOfSpaced(start), destination);
  }

  private @Nullable Range ifRead(int start, int end, String destination) {
    return end >= start && Escaping.unescapeString(text.substring(start, end)).equals(destination)
        ? new Range(start, end)
        : null;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int endOfAngled(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at < text.length() && text.charAt(at) == '>' ? at : -1;
  }

  /// Up to white space, or to a parenthesis that closes none of the address (CommonMark 6.3).
  private int endOfBare(int from) {
    int open = 0;
    int at = from;
    while (at < text.length() && !isSpace(text.charAt(at))) {
      switch (text.charAt(at)) {
        case '\\' -> at++;
        case '(' -> open++;
        case ')' -> {
          if (open-- == 0) {
            return at;
          }
        }
        default -> {}
      }
      at++;
    }
    return Math.min(at, text.length());
  }

  /// As [SpacedLinkProcessor] reads it.
  private int endOfSpaced(int from) {
    int close = text.indexOf(')', from);
    while (close > from && isSpace(text.charAt(close - 1))) {
      close--;
    }
    return close;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }
}
