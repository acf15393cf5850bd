package godwit.content;

import godwit.config.MarkdownSettings.Anchors;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/// Names the anchors of footnotes and of the places that refer to them, and tells of them. The
/// renderer's are `fn-x`, `fnref-x` and for the second place `fnref-x-2`; those of
/// Python-Markdown's footnotes extension are `fn:x`, `fnref:x` and `fnref2:x`.
final class FootnoteAnchors implements AttributeProvider {
  private final Anchors form;
  private final LinkListener listener;

  /// @param listener is told of the anchors
  FootnoteAnchors(Anchors form, LinkListener listener) {
    this.form = form;
    this.listener = listener;
  }

  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    boolean isNote = node instanceof FootnoteReference || node instanceof FootnoteDefinition;
    if (isNote && form == Anchors.PYTHON_MARKDOWN) {
      rename(node, tagName, attributes);
    }
    String id = isNote || node instanceof InlineFootnote ? attributes.get("id") : null;
    if (id != null) {
      listener.addAnchor(id);
    }
  }

  private static void rename(Node node, String tagName, Map<String, String> attributes) {
    String href = attributes.getOrDefault("href", "#");
    switch (node) {
      case FootnoteReference _ when tagName.equals("a") -> {
        String label = href.substring("#fn-".length());
        attributes.put("href", "#" + note(label));
        attributes.put("id", place(attributes.getOrDefault("id", ""), label));
      }
      case FootnoteDefinition note when tagName.equals("li") ->
          attributes.put("id", note(note.getLabel()));
      case FootnoteDefinition note when tagName.equals("a") ->
          attributes.put("href", "#" + place(href.substring("#".length()), note.getLabel()));
      default -> {}
    }
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
