package godwit.content.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

/// Finds the abbreviations in the text.
final class AbbreviationFinder implements PostProcessor {
  @Override
  public Node process(Node document) {
    Map<String, String> meanings = take(document);
    if (!meanings.isEmpty()) {
      new InText(meanings).find(document);
    }
    return document;
  }

  private static Map<String, String> take(Node document) {
    List<AbbreviationMeaning> found = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock block) {
            if (block instanceof AbbreviationMeaning meaning) {
              found.add(meaning);
            }
            visitChildren(block);
          }

          // No block is in one.
          @Override
          public void visit(org.commonmark.node.Paragraph paragraph) {}
        });
    Map<String, String> meanings = new HashMap<>();
    for (AbbreviationMeaning meaning : found) {
      meanings.put(meaning.name(), meaning.meaning());
      meaning.unlink();
    }
    return meanings;
  }

  /// Looks through texts.
  private static final class InText {
    private final Map<String, String> meanings;

    /// Of the abbreviations, the longest first. There are few, however many abbreviations there
    /// are.
    private final List<Integer> lengths;

    InText(Map<String, String> meanings) {
      this.meanings = meanings;
      this.lengths =
          meanings.keySet().stream()
              .map(String::length)
              .distinct()
              .sorted(Comparator.reverseOrder())
              .toList();
    }

    void find(Node document) {
      List<Text> texts = new ArrayList<>();
      document.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text text) {
              texts.add(text);
            }
          });
      texts.forEach(this::divide);
    }

    private void divide(Text node) {
      String text = node.getLiteral();
      int from = 0;
      for (int at = 0; at < text.length(); at++) {
        String name = isWithinWord(text, at) ? null : at(text, at);
        if (name != null) {
          if (at > from) {
            node.insertBefore(part(node, text.substring(from, at)));
          }
          Abbreviation abbreviation = new Abbreviation(meanings.getOrDefault(name, ""));
          abbreviation.appendChild(part(node, name));
          node.insertBefore(abbreviation);
          from = at + name.length();
          at = from - 1;
        }
      }
      if (from > 0) {
        if (from < text.length()) {
          node.insertBefore(part(node, text.substring(from)));
        }
        node.unlink();
      }
    }

    private static Text part(Text whole, String text) {
      Text part = new Text(text);
      part.setSourceSpans(whole.getSourceSpans());
      return part;
    }

    /// The longest abbreviation that begins at a place.
    private @Nullable String at(String text, int at) {
      for (int length : lengths) {
        int end = at + length;
        if (end <= text.length() && !isWithinWord(text, end)) {
          String name = text.substring(at, end);
          if (meanings.containsKey(name)) {
            return name;
          }
        }
      }
      return null;
    }

    /// Whether letters are on both sides of a place.
    private static boolean isWithinWord(String text, int at) {
      return at > 0 && at < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
    }

    private static boolean isWord(char c) {
      return Character.isLetterOrDigit(c) || c == '_';
    }
  }
}
