package godwit.content;

import godwit.config.MarkdownSettings.Anchors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The headings of a document, each with an anchor that its author gives or that is made of its
/// text: the same text in the same place has the same anchor, whatever else changes.
final class MarkdownOutline extends AbstractVisitor {
  private final Map<Node, Heading> byNode = new HashMap<>();
  private final List<Heading> headings = new ArrayList<>();

  private final Map<Node, String> given;
  private final HeadingAnchors anchors;

  private MarkdownOutline(Map<Node, String> given, Anchors form) {
    this.given = given;
    this.anchors = new HeadingAnchors(form, given.values());
  }

  /// @param given the ids of headings that have one, see [HeadingIds]
  /// @param form of the anchors that are made
  static MarkdownOutline of(Node document, Map<Node, String> given, Anchors form) {
    MarkdownOutline outline = new MarkdownOutline(given, form);
    document.accept(outline);
    return outline;
  }

  @Override
  public void visit(org.commonmark.node.Heading node) {
    String text = PlainText.of(node);
    String own = given.get(node);
    Heading heading = new Heading(node.getLevel(), own == null ? anchors.of(text) : own, text);
    byNode.put(node, heading);
    headings.add(heading);
  }

  /// No heading is in one.
  @Override
  public void visit(Paragraph paragraph) {}

  List<Heading> headings() {
    return headings;
  }

  Heading heading(org.commonmark.node.Heading node) {
    Heading heading = byNode.get(node);
    if (heading == null) {
      throw new IllegalStateException("a heading that was not in the document");
    }
    return heading;
  }
}
