package godwit.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The links of HTML.
public final class HtmlLinks {
  private static final Set<String> ADDRESSES = Set.of("href", "src");

  private HtmlLinks() {}

  /// The values of all `href` and `src`, in the order of the document, character references
  /// resolved; but for the marks by which headings lead to themselves, which nobody wrote.
  public static List<String> of(String html) {
    List<String> links = new ArrayList<>();
    HtmlScanner scanner = new HtmlScanner(html);
    while (scanner.next()) {
      if (scanner.kind() == HtmlScanner.Kind.START_TAG && !isHeadingMark(scanner)) {
        for (HtmlScanner.Attribute attribute : scanner.attributes()) {
          if (ADDRESSES.contains(attribute.name())) {
            links.add(HtmlText.unescape(scanner.value(attribute)));
          }
        }
      }
    }
    return links;
  }

  private static boolean isHeadingMark(HtmlScanner scanner) {
    return scanner.attributes().stream()
        .anyMatch(
            attribute ->
                attribute.name().equals("class")
                    && scanner.value(attribute).equals(HeadingMark.CLASS));
  }
}
