package godwit.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// What looks like a link and is none, because its address holds a space or goes on in the next
/// line: `[text](https://example.org/⏎path)`. Python-Markdown takes these for links; in CommonMark
/// they are text (section 6.3).
final class UnreadLinks {
  private static final String MIDDLE = "](";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|mailto:|\\{|\\.{0,2}/|#).*|.*\\.\\p{Alnum}{2,5}");

  private UnreadLinks() {}

  /// @param text the Markdown that the document was read from
  /// @return where the brackets of their texts end in it
  static List<Integer> find(String text, Node document) {
    List<Integer> found = candidates(text);
    if (!found.isEmpty()) {
      BitSet read = read(document);
      found.removeIf(read::get);
    }
    return found;
  }

  private static List<Integer> candidates(String text) {
    List<Integer> found = new ArrayList<>();
    for (int at = text.indexOf(MIDDLE); at >= 0; at = text.indexOf(MIDDLE, at + 1)) {
      int start = at + MIDDLE.length();
      String address = addressWithGap(text, start, end(text, start));
      boolean isEscaped = at > 0 && text.charAt(at - 1) == '\\';
      boolean isFound = !isEscaped && !address.isEmpty();
      if (isFound && ADDRESS.matcher(address.replace('\n', ' ')).matches()) {
        found.add(at);
      }
    }
    return found;
  }

  /// The address between two places, without white space around it; empty if it has none within, as
  /// nearly all.
  private static String addressWithGap(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        String address = text.substring(start, end).strip();
        return address.chars().anyMatch(Character::isWhitespace) ? address : "";
      }
    }
    return "";
  }

  /// Where the bracket is that closes the address; -1 where that is none, or has more than two
  /// lines.
  private static int end(String text, int start) {
    int lines = 1;
    for (int i = start; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ')' -> {
          return i;
        }
        case '"', '\'' -> { // a title
          return i > start && Character.isWhitespace(text.charAt(i - 1)) ? i : -1;
        }
        case '(', '<' -> {
          return -1;
        }
        case '>' -> {
          if (!text.substring(text.lastIndexOf('\n', i) + 1, i).isBlank()) {
            return -1; // no quote's line begins here
          }
        }
        case '\n' -> {
          if (++lines > 2) {
            return -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /// What is a link, code or HTML.
  private static BitSet read(Node document) {
    BitSet read = new BitSet();
    add(document, read);
    return read;
  }

  private static void add(Node node, BitSet read) {
    switch (node) {
      case Link _,
          Image _,
          Code _,
          FencedCodeBlock _,
          IndentedCodeBlock _,
          HtmlInline _,
          HtmlBlock _ -> {
        for (SourceSpan span : node.getSourceSpans()) {
          read.set(span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
      }
      default -> {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
          add(child, read);
        }
      }
    }
  }
}
