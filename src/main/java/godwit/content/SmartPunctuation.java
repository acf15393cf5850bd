package godwit.content;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Turns straight quotes, hyphens and dots into typographic ones, by the rules of SmartyPants:
/// `"a"` → “a”, `it's` → it’s, `--` → –, `---` → —, `...` → ….
final class SmartPunctuation extends AbstractVisitor {
  private char previous = ' ';

  private SmartPunctuation() {}

  static void apply(Node document) {
    document.accept(new SmartPunctuation());
  }

  @Override
  protected void visitChildren(Node parent) {
    if (parent instanceof org.commonmark.node.Block) {
      previous = ' ';
    }
    super.visitChildren(parent);
  }

  @Override
  public void visit(org.commonmark.node.Code code) {
    previous = 'x';
  }

  @Override
  public void visit(org.commonmark.node.SoftLineBreak node) {
    previous = ' ';
  }

  @Override
  public void visit(Text text) {
    String literal = text.getLiteral();
    if (text.getParent() instanceof Link link && link.getDestination().endsWith(literal)) {
      previous = 'x'; // an address that shows itself
      return;
    }
    StringBuilder smart = new StringBuilder(literal.length());
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (literal.startsWith("---", i)) {
        smart.append('—');
        i += 2;
      } else if (literal.startsWith("--", i)) {
        smart.append('–');
        i += 1;
      } else if (literal.startsWith("...", i)) {
        smart.append('…');
        i += 2;
      } else if (c == '"') {
        smart.append(opens(previous) ? '“' : '”');
      } else if (c == '\'') {
        smart.append(opens(previous) && !isDecade(literal, i) ? '‘' : '’');
      } else {
        smart.append(c);
      }
      previous = c;
    }
    text.setLiteral(smart.toString());
  }

  /// Whether an apostrophe stands for a century: `'90s`.
  private static boolean isDecade(String text, int apostrophe) {
    return apostrophe + 3 < text.length()
        && Character.isDigit(text.charAt(apostrophe + 1))
        && Character.isDigit(text.charAt(apostrophe + 2))
        && text.charAt(apostrophe + 3) == 's';
  }

  private static boolean opens(char before) {
    return Character.isWhitespace(before) || "([{\u00A0-–—\"'".indexOf(before) >= 0;
  }
}
