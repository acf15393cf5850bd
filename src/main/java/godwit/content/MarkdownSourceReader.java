package godwit.content;

import godwit.content.DestinationFinder.Range;
import godwit.content.MarkdownSource.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/// Finds the addresses in the source of Markdown: of links, images and definitions of references,
/// and in HTML. What cannot be placed to the letter is left as it is.
final class MarkdownSourceReader extends AbstractVisitor {
  private final String source;
  private final String siteUrl;
  private final TreeMap<Integer, Destination> found = new TreeMap<>();

  /// How many backslashes the parser has not counted in the cell of a table that it is in.
  private int early;

  private MarkdownSourceReader(String source, String siteUrl) {
    this.source = source;
    this.siteUrl = siteUrl;
  }

  /// @param document as it was parsed of the source, but for the title
  /// @param title the heading that is no part of the text any more
  static MarkdownSource read(String source, Node document, @Nullable Node title, String siteUrl) {
    MarkdownSourceReader reader = new MarkdownSourceReader(source, siteUrl);
    document.accept(reader);
    return reader.without(title == null ? List.of() : title.getSourceSpans());
  }

  /// In a cell the parser takes `\|` for one character, and places what is behind it too early.
  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableCell && !node.getSourceSpans().isEmpty()) {
      SourceSpan cell = node.getSourceSpans().getFirst();
      int end = cell.getInputIndex() + cell.getLength();
      for (int at = source.indexOf("\\|", cell.getInputIndex());
          at >= 0 && at < end;
          at = source.indexOf("\\|", at + 2)) {
        early++;
      }
    }
    visitChildren(node);
    early = node instanceof TableCell ? 0 : early;
  }

  @Override
  public void visit(Link link) {
    add(link, link.getDestination(), 1);
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    add(image, image.getDestination(), 2);
    visitChildren(image);
  }

  /// @param opening how many characters come before its text
  private void add(Node node, String destination, int opening) {
    if (node.getSourceSpans().isEmpty() || !isInternal(destination)) {
      return;
    }
    Node last = node.getLastChild();
    int textEnd = node.getSourceSpans().getFirst().getInputIndex() + opening;
    if (last != null && !last.getSourceSpans().isEmpty()) {
      SourceSpan span = last.getSourceSpans().getLast();
      textEnd = span.getInputIndex() + span.getLength();
    }
    add(new DestinationFinder(source, node, early).find("](", destination, textEnd), destination);
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    if (isInternal(definition.getDestination())) {
      add(
          new DestinationFinder(source, definition, 0).find("]:", definition.getDestination(), 0),
          definition.getDestination());
    }
  }

  private void add(@Nullable Range range, String destination) {
    if (range != null) {
      found.putIfAbsent(
          range.start(), new Destination(range.start(), range.end(), destination, false));
    }
  }

  @Override
  public void visit(HtmlBlock block) {
    html(block, block.getLiteral());
  }

  @Override
  public void visit(HtmlInline inline) {
    html(inline, inline.getLiteral());
  }

  private void html(Node node, String html) {
    DestinationFinder place = new DestinationFinder(source, node, early);
    int start = place.indexOf(html);
    if (start >= 0) {
      RawHtml.mark(html, start, new OfHtml(place));
    }
  }

  private boolean isInternal(String destination) {
    return godwit.content.Link.isInternal(destination, siteUrl);
  }

  /// Takes the links of HTML.
  private final class OfHtml implements LinkListener {
    private final DestinationFinder place;

    OfHtml(DestinationFinder place) {
      this.place = place;
    }

    @Override
    public boolean isInternal(String destination) {
      return MarkdownSourceReader.this.isInternal(destination);
    }

    @Override
    public String add(String destination, String written, boolean embedded, int offset) {
      int start = place.inSource(offset);
      if (source.startsWith(written, start)) {
        found.put(start, new Destination(start, start + written.length(), destination, true));
      }
      return "";
    }

    @Override
    public void addAnchor(String id) {
      // Anchors stay what they are.
    }
  }

  /// The source without these lines, and without empty ones at its beginning.
  private MarkdownSource without(List<SourceSpan> lines) {
    int from = lines.isEmpty() ? 0 : lines.getFirst().getInputIndex();
    int to = lines.isEmpty() ? 0 : lines.getLast().getInputIndex() + lines.getLast().getLength();
    from = source.lastIndexOf('\n', from - 1) + 1;
    to = lines.isEmpty() ? from : Math.min(source.length(), endOfLine(to) + 1);
    String rest = source.substring(0, from) + source.substring(to);
    int begin = beginOfText(rest);
    List<Destination> links = new ArrayList<>(found.size());
    for (Destination link : found.values()) {
      int shift = begin + (link.start() < from ? 0 : to - from);
      links.add(
          new Destination(
              link.start() - shift, link.end() - shift, link.destination(), link.inHtml()));
    }
    return new MarkdownSource(rest.substring(begin), links);
  }

  private int endOfLine(int from) {
    int end = source.indexOf('\n', from);
    return end < 0 ? source.length() : end;
  }

  /// The first line that is not empty: spaces in front of it may mean something.
  private static int beginOfText(String text) {
    int begin = 0;
    int end = text.indexOf('\n');
    while (end >= 0 && text.substring(begin, end).isBlank()) {
      begin = end + 1;
      end = text.indexOf('\n', begin);
    }
    return begin;
  }
}
