package godwit.content.extension;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes lists as `dl`, with `dt` and `dd`.
final class DefinitionListRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  DefinitionListRenderer(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(DefinitionList.class, DefinitionTerm.class, Definition.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case DefinitionList list -> {
        html.line();
        open(list, "dl");
        html.line();
        children(list, false);
        html.tag("/dl");
      }
      case DefinitionTerm term -> {
        open(term, "dt");
        children(term, false);
        html.tag("/dt");
      }
      case Definition definition -> {
        open(definition, "dd");
        children(definition, !definition.isLoose());
        html.tag("/dd");
      }
      default -> throw new IllegalArgumentException("no part of a definition list: " + node);
    }
    html.line();
  }

  private void open(Node node, String tag) {
    html.tag(tag, context.extendAttributes(node, tag, Map.of()));
  }

  /// @param areLines whether paragraphs are written without their tags
  private void children(Node parent, boolean areLines) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (areLines && child instanceof Paragraph) {
        children(child, false);
      } else {
        context.render(child);
      }
    }
  }
}
