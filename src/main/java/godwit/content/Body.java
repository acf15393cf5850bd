package godwit.content;

import java.util.List;

/// HTML with holes: the addresses of its [Link]s are filled in when the site is known.
///
/// @param html with nothing at the places of the links
/// @param links by rising offset
public record Body(String html, List<Link> links) {
  /// No content at all.
  public static final Body EMPTY = new Body("", List.of());

  public Body {
    links = List.copyOf(links);
  }

  /// The HTML with the addresses in it.
  ///
  /// @param addresses one for each link, in the same order, already escaped for an attribute
  public String fill(List<String> addresses) {
    if (links.isEmpty()) {
      return html;
    }
    StringBuilder filled = new StringBuilder(html.length() + 32 * links.size());
    int from = 0;
    for (int i = 0; i < links.size(); i++) {
      int offset = links.get(i).offset();
      filled.append(html, from, offset).append(addresses.get(i));
      from = offset;
    }
    return filled.append(html, from, html.length()).toString();
  }
}
