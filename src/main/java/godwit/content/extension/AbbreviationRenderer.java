package godwit.content.extension;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes abbreviations as `abbr`.
final class AbbreviationRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  AbbreviationRenderer(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Abbreviation.class);
  }

  @Override
  public void render(Node node) {
    HtmlWriter html = context.getWriter();
    Map<String, String> title = Map.of("title", ((Abbreviation) node).meaning());
    html.tag("abbr", context.extendAttributes(node, "abbr", title));
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.tag("/abbr");
  }
}
