package godwit.content;

import java.util.Set;
import java.util.regex.Pattern;

/// Finds the links, anchors and the `<!-- more -->` mark in HTML that an author wrote.
final class RawHtml {
  private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "data", "cite");

  /// Attributes that are addresses at times: only what names a source or a term is one for sure.
  private static final Set<String> MAYBE_ADDRESSES = Set.of("formaction", "action", "content");

  private static final Pattern NAMED =
      Pattern.compile(
          "\\s*[{|](?:filename|static|attach|index|category|tag|author)[}|].*", Pattern.DOTALL);

  private static final Pattern MORE =
      Pattern.compile("<!--\\s*more\\s*-->", Pattern.CASE_INSENSITIVE);

  private RawHtml() {}

  /// Puts marks in the places of the links.
  ///
  /// @param html as written
  /// @param sourceOffset where it stands in the source
  static String mark(String html, int sourceOffset, LinkListener links) {
    if (html.indexOf('=') < 0 && !html.startsWith("<!--")) {
      return html;
    }
    StringBuilder marked = new StringBuilder(html.length());
    HtmlScanner scanner = new HtmlScanner(html);
    while (scanner.next()) {
      switch (scanner.kind()) {
        case START_TAG -> markTag(html, scanner, sourceOffset, links, marked);
        case COMMENT -> marked.append(isMore(scanner.text()) ? LinkCollector.MORE : scanner.text());
        case TEXT, END_TAG -> marked.append(html, scanner.start(), scanner.end());
      }
    }
    return marked.toString();
  }

  private static void markTag(
      String html,
      HtmlScanner scanner,
      int sourceOffset,
      LinkListener links,
      StringBuilder marked) {
    int from = scanner.start();
    for (HtmlScanner.Attribute attribute : scanner.attributes()) {
      String value = scanner.value(attribute);
      if (attribute.name().equals("id")
          || (attribute.name().equals("name") && scanner.name().equals("a"))) {
        links.addAnchor(HtmlText.unescape(value));
      } else if (ADDRESSES.contains(attribute.name())
          || (MAYBE_ADDRESSES.contains(attribute.name()) && NAMED.matcher(value).matches())) {
        String destination = HtmlText.unescape(value).strip();
        if (links.isInternal(destination)) {
          marked.append(html, from, attribute.valueStart());
          boolean embedded = Embedding.is(scanner, attribute);
          int offset = sourceOffset + attribute.valueStart();
          marked.append(links.add(destination, value, embedded, offset));
          from = attribute.valueEnd();
        }
      } else if (attribute.name().equals("srcset")) {
        marked.append(html, from, attribute.valueStart());
        markCandidates(value, sourceOffset + attribute.valueStart(), links, marked);
        from = attribute.valueEnd();
      }
    }
    marked.append(html, from, scanner.end());
  }

  /// The image candidates of a `srcset`: addresses, each with an optional size, between commas.
  private static void markCandidates(
      String srcset, int sourceOffset, LinkListener links, StringBuilder marked) {
    int at = 0;
    while (at < srcset.length()) {
      int start = at;
      while (start < srcset.length()
          && (isSpace(srcset.charAt(start)) || srcset.charAt(start) == ',')) {
        start++;
      }
      int end = start;
      while (end < srcset.length() && !isSpace(srcset.charAt(end))) {
        end++;
      }
      // A comma at the end of an address separates; one inside it (data:) does not.
      boolean alone = end > start && srcset.charAt(end - 1) == ',';
      int addressEnd = alone ? end - 1 : end;
      String written = srcset.substring(start, addressEnd);
      String destination = HtmlText.unescape(written);
      marked.append(srcset, at, start);
      marked.append(
          links.isInternal(destination)
              ? links.add(destination, written, true, sourceOffset + start)
              : written);
      int comma = alone ? addressEnd : srcset.indexOf(',', end);
      int next = comma < 0 ? srcset.length() : comma + 1;
      marked.append(srcset, addressEnd, next);
      at = next;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\f';
  }

  private static boolean isMore(String comment) {
    return MORE.matcher(comment).matches();
  }
}
