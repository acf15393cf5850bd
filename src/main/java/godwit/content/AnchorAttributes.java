package godwit.content;

import godwit.config.MarkdownSettings.Anchors;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/// Tells of the anchors that are none of headings, and names those of footnotes and of the places
/// that refer to them. The renderer's are `fn-x`, `fnref-x` and for the second place `fnref-x-2`;
/// those of Python-Markdown's footnotes extension are `fn:x`, `fnref:x` and `fnref2:x`.
final class AnchorAttributes implements AttributeProvider {
  private final Anchors form;
  private final LinkListener listener;

  /// @param listener is told of the anchors
  AnchorAttributes(Anchors form, LinkListener listener) {
    this.form = form;
    this.listener = listener;
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    if (form == Anchors.PYTHON_MARKDOWN) {
      rename(node, tagName, attributes);
    }
    String id = attributes.get("id");
    if (id != null && !(node instanceof Heading)) {
      listener.addAnchor(id);
    }
  }

  private static void rename(Node node, String tagName, Map<String, String> attributes) {
    switch (node) {
      case FootnoteReference _ when tagName.equals("a") -> {
        String label = href(attributes).substring("#fn-".length());
        attributes.put("href", "#" + note(label));
        attributes.put("id", place(attributes.getOrDefault("id", ""), label));
      }
      case FootnoteDefinition note when tagName.equals("li") ->
          attributes.put("id", note(note.getLabel()));
      case FootnoteDefinition note when tagName.equals("a") ->
          attributes.put(
              "href", "#" + place(href(attributes).substring("#".length()), note.getLabel()));
      default -> {}
    }
  }

  private static String href(Map<String, String> attributes) {
    return attributes.getOrDefault("href", "#");
  }

  private static String note(String label) {
    return "fn:" + label;
  }

  /// @param place as the renderer has it
  private static String place(String place, String label) {
    String number = place.substring("fnref-".length() + label.length()).replace("-", "");
    return "fnref" + number + ":" + label;
  }
}
