package godwit.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// The ids that authors give to headings: `## Title {#id}`, or `{: #id }`, as in Python-Markdown's
/// attribute lists, kramdown and Hugo.
final class HeadingIds extends AbstractVisitor {
  private static final Pattern ID =
      Pattern.compile("[ \\t]+\\{:?[ \\t]*#([\\p{L}\\p{N}_.:-]+)[ \\t]*\\}[ \\t]*$");

  private final Map<Node, String> byHeading = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private HeadingIds() {}

  /// Takes them out of the texts of the headings. Of two that are the same the first counts.
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
    if (heading.getLastChild() instanceof Text text) {
      Matcher id = ID.matcher(text.getLiteral());
      if (id.find() && (id.start() > 0 || text.getPrevious() != null)) {
        if (ids.add(id.group(1))) {
          byHeading.put(heading, id.group(1));
        }
        text.setLiteral(text.getLiteral().substring(0, id.start()));
      }
    }
  }
}
