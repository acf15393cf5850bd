package godwit.content;

/// The link by which a heading on a page leads to itself. Screen readers announce it with the
/// heading's own text.
public final class HeadingMark {
  static final String CLASS = "anchor";

  private static final String BEGIN = " <a class=\"" + CLASS + "\" href=\"#";
  private static final String END = "\">#</a>";

  private HeadingMark() {}

  /// @param id and text of the heading, as they stand in attributes
  static String of(String id, String text) {
    return BEGIN + id + "\" aria-label=\"# " + text + END;
  }

  /// HTML that Markdown was made into without these links, which are for pages.
  public static String without(String html) {
    int begin = html.indexOf(BEGIN);
    if (begin < 0) {
      return html;
    }
    StringBuilder rest = new StringBuilder(html.length());
    int from = 0;
    while (begin >= 0) {
      int end = html.indexOf(END, begin);
      if (end < 0) {
        break;
      }
      rest.append(html, from, begin);
      from = end + END.length();
      begin = html.indexOf(BEGIN, from);
    }
    return rest.append(html, from, html.length()).toString();
  }
}
