package godwit.content;

import godwit.diagnostic.SourcePosition;

/// A link whose address is not known before the whole site is: to another source file, to a term,
/// to an address of this site or to an anchor.
///
/// @param offset where its address belongs in the HTML of its [Body]
/// @param destination as the author wrote it, without Markdown's or HTML's escapes
/// @param written as it stands in HTML where nothing better is found: what the author wrote there,
///   or what Markdown makes of it
/// @param embedded whether browsers load what is there as a part of the page, as they do with an
///   image; else it is for people to follow
/// @param position where the author wrote it
public record Link(
    int offset, String destination, String written, boolean embedded, SourcePosition position) {

  /// The same link elsewhere in the HTML.
  Link at(int newOffset) {
    return new Link(newOffset, destination, written, embedded, position);
  }

  /// The same link, said to be written elsewhere.
  Link at(SourcePosition newPosition) {
    return new Link(offset, destination, written, embedded, newPosition);
  }

  /// Whether an address concerns this site. What names another host or scheme does not; it stays as
  /// it is.
  ///
  /// @param siteUrl the site's own URL, empty where it is not known
  static boolean isInternal(String destination, String siteUrl) {
    if (destination.isEmpty() || destination.startsWith("//")) {
      return false;
    }
    if (!siteUrl.isEmpty() && destination.startsWith(siteUrl)) {
      String rest = destination.substring(siteUrl.length());
      return rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0;
    }
    return !hasScheme(destination);
  }

  private static boolean hasScheme(String destination) {
    for (int i = 0; i < destination.length(); i++) {
      char c = destination.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = letter || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i > 0;
      }
      if (i == 0 ? !letter : !inner) {
        return false;
      }
    }
    return false;
  }
}
