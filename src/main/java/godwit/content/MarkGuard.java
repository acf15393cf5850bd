package godwit.content;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Keeps [LinkCollector#MARK] out of a parsed document, where references such as `&#1;` bring it
/// in. No HTML may hold that character anyway.
final class MarkGuard extends AbstractVisitor {
  private MarkGuard() {}

  static void apply(Node document) {
    document.accept(new MarkGuard());
  }

  @Override
  public void visit(Text node) {
    if (node.getLiteral().contains(LinkCollector.MARK)) {
      node.setLiteral(without(node.getLiteral()));
    }
  }

  @Override
  public void visit(Link node) {
    node.setDestination(without(node.getDestination()));
    node.setTitle(withoutOrNull(node.getTitle()));
    visitChildren(node);
  }

  @Override
  public void visit(Image node) {
    node.setDestination(without(node.getDestination()));
    node.setTitle(withoutOrNull(node.getTitle()));
    visitChildren(node);
  }

  @Override
  public void visit(FencedCodeBlock node) {
    node.setInfo(withoutOrNull(node.getInfo()));
  }

  private static String without(String text) {
    return text.replace(LinkCollector.MARK, "\uFFFD");
  }

  private static @Nullable String withoutOrNull(@Nullable String text) {
    return text == null ? null : without(text);
  }
}
