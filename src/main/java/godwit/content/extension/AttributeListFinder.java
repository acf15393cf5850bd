package godwit.content.extension;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

/// Takes attribute lists out of the text.
final class AttributeListFinder implements PostProcessor {
  private static final Pattern BEHIND = Pattern.compile("\\{([^{}\\n]+)}");
  private static final Pattern AT_END = Pattern.compile("[ \\t]+\\{([^{}\\n]+)}[ \\t]*$");

  /// What may close a heading (CommonMark 4.2), before the list.
  private static final Pattern CLOSING = Pattern.compile("[ \\t]+#+[ \\t]*$");

  private static final Pattern WHOLE = Pattern.compile("[ \\t]*\\{([^{}\\n]+)}[ \\t]*");

  @Override
  public Node process(Node document) {
    look(document);
    return document;
  }

  private static void look(Node node) {
    switch (node) {
      case Link _, Image _, Emphasis _, StrongEmphasis _, Strikethrough _, Code _ -> behind(node);
      case Heading _, DefinitionTerm _, TableCell _ -> atEnd(node);
      case Paragraph paragraph -> lastLine(paragraph);
      default -> {}
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      look(child);
    }
  }

  /// Of a node in a line.
  private static void behind(Node node) {
    if (node.getNext() instanceof Text text && text.getLiteral().startsWith("{")) {
      Matcher list = BEHIND.matcher(text.getLiteral());
      if (list.lookingAt() && give(list.group(1), node)) {
        cut(text, text.getLiteral().substring(list.end()));
      }
    }
  }

  private static void atEnd(Node block) {
    Text text = lastText(block);
    if (text != null) {
      Matcher list = AT_END.matcher(text.getLiteral());
      boolean isFound = list.find() && (list.start() > 0 || text.getPrevious() != null);
      if (isFound && give(list.group(1), block)) {
        String rest = text.getLiteral().substring(0, list.start());
        cut(text, block instanceof Heading ? CLOSING.matcher(rest).replaceFirst("") : rest);
      }
    }
  }

  private static void lastLine(Paragraph paragraph) {
    Text text = lastText(paragraph);
    if (text != null && text.getPrevious() instanceof SoftLineBreak end) {
      Matcher list = WHOLE.matcher(text.getLiteral());
      if (list.matches() && give(list.group(1), element(paragraph))) {
        end.unlink();
        text.unlink();
      }
    }
  }

  /// The text that a block ends with, if it has a brace.
  private static @Nullable Text lastText(Node block) {
    return block.getLastChild() instanceof Text text && text.getLiteral().indexOf('{') >= 0
        ? text
        : null;
  }

  /// What is seen of a paragraph, which in a list without empty lines is its item.
  private static Node element(Paragraph paragraph) {
    return switch (paragraph.getParent()) {
      case ListItem item when item.getParent() instanceof ListBlock list && list.isTight() -> item;
      case Definition definition when !definition.isLoose() -> definition;
      case null, default -> paragraph;
    };
  }

  private static boolean give(String list, Node node) {
    AttributeList attributes = AttributeList.read(list);
    if (attributes != null) {
      attributes.giveTo(node);
    }
    return attributes != null;
  }

  private static void cut(Text text, String rest) {
    if (rest.isEmpty()) {
      text.unlink();
    } else {
      text.setLiteral(rest);
    }
  }
}
