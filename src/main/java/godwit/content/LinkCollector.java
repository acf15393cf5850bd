package godwit.content;

import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/// Gathers the links of a document while it is rendered. A reader writes [#MARK] where a link's
/// address belongs; in the end the marks are taken out and their places remembered.
final class LinkCollector implements LinkListener {
  /// Stands for the address of the next link. [SourceText] keeps it out of what authors write.
  static final String MARK = "\u0001";

  /// Stands for `<!-- more -->`.
  static final String MORE = "\u0001\u0001";

  /// @param moreOffset where the summary ends in the body's HTML, or -1
  record Collected(Body body, int moreOffset) {}

  private record Found(
      String destination, String written, boolean embedded, SourcePosition position) {
    Link at(int offset) {
      return new Link(offset, destination, written, embedded, position);
    }
  }

  private final SourceText source;
  private final String siteUrl;
  private final List<Found> found = new ArrayList<>();
  private final List<String> anchors = new ArrayList<>();

  LinkCollector(SourceText source, String siteUrl) {
    this.source = source;
    this.siteUrl = siteUrl;
  }

  @Override
  public boolean isInternal(String destination) {
    return Link.isInternal(destination, siteUrl);
  }

  /// Remembers a link. Links are added in the order in which their marks are written.
  ///
  /// @param written the destination as it would stand in HTML
  /// @param embedded as in [Link]
  /// @param sourceOffset of the link in the source text
  /// @return the mark to write
  @Override
  public String add(String destination, String written, boolean embedded, int sourceOffset) {
    found.add(new Found(destination, written, embedded, source.position(sourceOffset)));
    return MARK;
  }

  /// Remembers an anchor that is none of a heading.
  @Override
  public void addAnchor(String id) {
    anchors.add(id);
  }

  List<String> anchors() {
    return anchors;
  }

  /// Takes the marks out of the rendered HTML.
  Collected collect(StringBuilder rendered) {
    int mark = rendered.indexOf(MARK);
    if (mark < 0) {
      return new Collected(new Body(rendered.toString(), List.of()), -1);
    }
    StringBuilder html = new StringBuilder(rendered.length());
    List<Link> links = new ArrayList<>(found.size());
    int moreOffset = -1;
    int from = 0;
    while (mark >= 0) {
      html.append(rendered, from, mark);
      if (mark + 1 < rendered.length() && rendered.charAt(mark + 1) == '\u0001') {
        moreOffset = moreOffset < 0 ? html.length() : moreOffset;
        from = mark + 2;
      } else {
        links.add(found.get(links.size()).at(html.length()));
        from = mark + 1;
      }
      mark = rendered.indexOf(MARK, from);
    }
    html.append(rendered, from, rendered.length());
    return new Collected(new Body(html.toString(), links), moreOffset);
  }
}
