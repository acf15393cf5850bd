package godwit.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Writes the headings of the document as nested lists of links.
final class TableOfContentsRenderer implements NodeRenderer {
  private final HtmlWriter html;
  private final List<Heading> headings;
  private final LinkCollector links;
  private final int bodyOffset;

  TableOfContentsRenderer(
      HtmlNodeRendererContext context,
      MarkdownOutline outline,
      LinkCollector links,
      int bodyOffset) {
    this.html = context.getWriter();
    this.headings = outline.headings();
    this.links = links;
    this.bodyOffset = bodyOffset;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(TableOfContents.class);
  }

  @Override
  public void render(Node node) {
    if (headings.isEmpty()) {
      return;
    }
    html.line();
    html.tag("div", Map.of("class", TableOfContents.CLASS));
    int offset = bodyOffset + node.getSourceSpans().getFirst().getInputIndex();
    int next = 0;
    while (next < headings.size()) {
      next = list(next, offset);
    }
    html.tag("/div");
    html.line();
  }

  /// Writes a list of the headings from one on, as long as none is of a higher rank.
  ///
  /// @param offset of the whole in the source, which is where its links are
  /// @return the index of the heading that belongs to no part of the list
  private int list(int from, int offset) {
    int level = headings.get(from).level();
    int at = from;
    html.tag("ul");
    while (at < headings.size() && headings.get(at).level() >= level) {
      Heading heading = headings.get(at);
      html.tag("li");
      String address = "#" + heading.id();
      String mark = links.add(address, HtmlText.escape(address), false, offset);
      html.tag("a", Map.of("href", mark));
      html.text(heading.text());
      html.tag("/a");
      at++;
      if (at < headings.size() && headings.get(at).level() > level) {
        at = list(at, offset);
      }
      html.tag("/li");
    }
    html.tag("/ul");
    return at;
  }
}
