package godwit.content;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes headings with an anchor and a link to it, see [HeadingMark].
final class HeadingRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final MarkdownOutline outline;

  HeadingRenderer(HtmlNodeRendererContext context, MarkdownOutline outline) {
    this.context = context;
    this.outline = outline;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(org.commonmark.node.Heading.class);
  }

  @Override
  public void render(Node node) {
    Heading heading = outline.heading((org.commonmark.node.Heading) node);
    HtmlWriter html = context.getWriter();
    String tag = "h" + heading.level();
    html.line();
    html.tag(tag, context.extendAttributes(node, tag, Map.of("id", heading.id())));
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.raw(HeadingMark.of(HtmlText.escape(heading.id()), HtmlText.escape(heading.text())));
    html.tag("/" + tag);
    html.line();
  }
}
