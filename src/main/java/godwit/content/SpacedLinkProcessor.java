package godwit.content;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/// Takes links to sources and terms whose names have spaces, such as `[t]({tag}Two Words)`, as
/// Pelican's authors write them. CommonMark ends an address at a space.
final class SpacedLinkProcessor implements LinkProcessor {
  @Override
  public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
    if (link.destination() != null) {
      return LinkResult.none();
    }
    scanner.setPosition(link.afterTextBracket());
    if (!scanner.next('(') || scanner.peek() != '{') {
      return LinkResult.none();
    }
    Position start = scanner.position();
    while (scanner.peek() != ')') {
      if (scanner.peek() == Scanner.END || scanner.peek() == '\n' || scanner.peek() == '(') {
        return LinkResult.none();
      }
      scanner.next();
    }
    String destination = scanner.getSource(start, scanner.position()).getContent().strip();
    scanner.next();
    if (destination.indexOf('}') < 0 || destination.indexOf('"') >= 0) {
      return LinkResult.none();
    }
    boolean image = link.marker() != null && link.marker().getLiteral().equals("!");
    Node node = image ? new Image(destination, null) : new Link(destination, null);
    LinkResult result = LinkResult.wrapTextIn(node, scanner.position());
    return image ? result.includeMarker() : result;
  }
}
