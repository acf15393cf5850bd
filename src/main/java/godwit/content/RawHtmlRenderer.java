package godwit.content;

import java.util.Set;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes HTML within Markdown as it is, but for the addresses of its links.
final class RawHtmlRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final LinkCollector links;
  private final int bodyOffset;

  RawHtmlRenderer(HtmlNodeRendererContext context, LinkCollector links, int bodyOffset) {
    this.context = context;
    this.links = links;
    this.bodyOffset = bodyOffset;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(HtmlBlock.class, HtmlInline.class);
  }

  @Override
  public void render(Node node) {
    HtmlWriter html = context.getWriter();
    if (node instanceof HtmlBlock block) {
      html.line();
      html.raw(RawHtml.mark(block.getLiteral(), offset(block), links));
      html.line();
    } else if (node instanceof HtmlInline inline) {
      html.raw(RawHtml.mark(inline.getLiteral(), offset(inline), links));
    }
  }

  private int offset(Node node) {
    SourceSpan first = node.getSourceSpans().isEmpty() ? null : node.getSourceSpans().getFirst();
    return bodyOffset + (first == null ? 0 : first.getInputIndex());
  }
}
