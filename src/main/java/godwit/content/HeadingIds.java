package godwit.content;

import godwit.content.extension.AttributeList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The ids that authors give to headings: `## Title {#id}`.
final class HeadingIds extends AbstractVisitor {
  private final Map<Node, String> byHeading = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private HeadingIds() {}

  /// Takes them out of the attributes of the headings. Of two that are the same the first counts.
  ///
  /// @return the id of each heading that has been given one
  static Map<Node, String> take(Node document) {
    HeadingIds found = new HeadingIds();
    document.accept(found);
    return found.byHeading;
  }

  /// No heading is in one.
  @Override
  public void visit(Paragraph paragraph) {}

  @Override
  public void visit(Heading heading) {
    AttributeList attributes = AttributeList.of(heading);
    String id = attributes == null ? null : attributes.takeId();
    if (id != null && ids.add(id)) {
      byHeading.put(heading, id);
    }
  }
}
