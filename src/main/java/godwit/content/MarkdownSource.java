package godwit.content;

import java.util.List;

/// The body of a document as its author wrote it, with the places of its links.
///
/// @param text Markdown without the header, and without the heading that is the title
/// @param links to this site, by rising offset, none within another
public record MarkdownSource(String text, List<Destination> links) {
  /// The address that a link is written with.
  ///
  /// @param start where it begins in the text
  /// @param end behind its last character
  /// @param destination what it says, without Markdown's or HTML's escapes
  /// @param inHtml whether it is an attribute's value; else it stands in Markdown
  public record Destination(int start, int end, String destination, boolean inHtml) {}

  public MarkdownSource {
    links = List.copyOf(links);
  }

  /// The text with other addresses in it.
  ///
  /// @param addresses one for each link, in the same order, already escaped for its place
  public String fill(List<String> addresses) {
    StringBuilder filled = new StringBuilder(text.length() + 64 * links.size());
    int from = 0;
    for (int i = 0; i < links.size(); i++) {
      filled.append(text, from, links.get(i).start()).append(addresses.get(i));
      from = links.get(i).end();
    }
    return filled.append(text, from, text.length()).toString();
  }

  /// The address of a link as it is written.
  public String written(Destination link) {
    return text.substring(link.start(), link.end());
  }
}
