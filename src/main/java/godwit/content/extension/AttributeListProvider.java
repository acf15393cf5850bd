package godwit.content.extension;

import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/// Writes the attributes that nodes have been given.
final class AttributeListProvider implements AttributeProvider {
  @Override
  public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
    AttributeList list = AttributeList.of(node);
    if (list != null) {
      list.attributes()
          .forEach(
              (name, value) -> {
                switch (name) {
                  case "class" -> attributes.merge("class", value, (some, one) -> some + " " + one);
                  case "href", "src" -> {} // the link is what it is
                  default -> attributes.put(name, value);
                }
              });
    }
  }
}
