package godwit.content;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.html.AttributeProvider;

/// Hands the addresses of Markdown links and images to the [LinkCollector].
final class LinkAttributes implements AttributeProvider {
  private final LinkCollector links;
  private final int bodyOffset;

  LinkAttributes(LinkCollector links, int bodyOffset) {
    this.links = links;
    this.bodyOffset = bodyOffset;
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    switch (node) {
      case Link link when tagName.equals("a") ->
          mark(link, link.getDestination(), "href", attributes);
      case Image image when tagName.equals("img") -> {
        mark(image, image.getDestination(), "src", attributes);
        attributes.putIfAbsent("loading", "lazy");
      }
      case TableCell _ when attributes.containsKey("align") ->
          // The attribute is obsolete in HTML.
          attributes.put("style", "text-align: " + attributes.remove("align"));
      default -> {}
    }
  }

  private void mark(
      Node node, String destination, String attribute, Map<String, String> attributes) {
    if (links.isInternal(destination)) {
      int offset = node.getSourceSpans().isEmpty() ? 0 : start(node.getSourceSpans().getFirst());
      // What the renderer has put there is percent-encoded (CommonMark 6.3), and not yet escaped.
      // A link to a source stays readable where it is broken.
      boolean toSource = destination.startsWith("{") && destination.indexOf('}') > 0;
      String address = toSource ? destination : attributes.getOrDefault(attribute, destination);
      String written = HtmlText.escape(address);
      attributes.put(
          attribute, links.add(destination, written, node instanceof Image, bodyOffset + offset));
    }
  }

  private static int start(SourceSpan span) {
    return span.getInputIndex();
  }
}
