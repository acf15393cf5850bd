package godwit.content;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/// Writes block quotes, and those that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`
/// or `[!CAUTION]` as alerts, as GitHub does.
final class AlertRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  AlertRenderer(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(BlockQuote.class);
  }

  @Override
  public void render(Node node) {
    HtmlWriter html = context.getWriter();
    String title = takeAlertTitle((BlockQuote) node);
    html.line();
    if (title == null) {
      html.tag("blockquote");
    } else {
      String type = title.toLowerCase(Locale.ROOT);
      html.tag("div", Map.of("class", "alert alert-" + type));
      html.line();
      html.tag("p", Map.of("class", "alert-title"));
      html.text(title);
      html.tag("/p");
    }
    html.line();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.line();
    html.tag(title == null ? "/blockquote" : "/div");
    html.line();
  }

  /// Takes the marker out of the quote. @return the alert's title, or null if it is a plain quote
  private static @Nullable String takeAlertTitle(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph)) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    Node end = paragraph.getFirstChild();
    while (end instanceof Text text && line.length() < 16) {
      line.append(text.getLiteral());
      end = end.getNext();
    }
    String title = title(line.toString().strip());
    if (title == null || !(end == null || end instanceof SoftLineBreak)) {
      return null;
    }
    if (end == null && paragraph.getNext() == null) {
      return null; // nothing to be alerted to: GitHub shows such a quote as one, too
    }
    while (paragraph.getFirstChild() != null && !Objects.equals(paragraph.getFirstChild(), end)) {
      paragraph.getFirstChild().unlink();
    }
    if (end == null) {
      paragraph.unlink();
    } else {
      end.unlink();
    }
    return title;
  }

  private static @Nullable String title(String marker) {
    return switch (marker.toUpperCase(Locale.ROOT)) {
      case "[!NOTE]" -> "Note";
      case "[!TIP]" -> "Tip";
      case "[!IMPORTANT]" -> "Important";
      case "[!WARNING]" -> "Warning";
      case "[!CAUTION]" -> "Caution";
      default -> null;
    };
  }
}
