package godwit.content;

import godwit.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/// Reads HTML files as content, as Pelican does: `<title>` is the title, each `<meta name="…"
/// content="…">` a field, and what is in `<body>` the body. A file without these is all body.
final class HtmlReader {
  /// @param metadata the fields, `title` among them
  record Result(Metadata metadata, Body body, List<String> anchors, int moreOffset) {}

  private HtmlReader() {}

  static Result read(SourceText source, String siteUrl) {
    String html = source.text();
    List<MetadataField> fields = new ArrayList<>();
    int bodyStart = 0;
    int bodyEnd = html.length();
    boolean inTitle = false;
    boolean inHead = false;
    boolean preamble = true; // nothing of the body has come yet
    HtmlScanner scanner = new HtmlScanner(html);
    scan:
    while (scanner.next()) {
      switch (scanner.kind()) {
        case START_TAG -> {
          inHead |= scanner.name().equals("head");
          preamble &= inHead || isOfHead(scanner.name());
          inTitle = preamble && scanner.name().equals("title");
          bodyStart = preamble ? scanner.end() : bodyStart;
          if (preamble && scanner.name().equals("meta")) {
            addField(source, scanner, fields);
          } else if (scanner.name().equals("body")) {
            bodyStart = scanner.end();
            int close = html.lastIndexOf("</body");
            bodyEnd = close < bodyStart ? html.length() : close;
            break scan;
          }
        }
        case TEXT -> {
          if (inTitle) {
            String title = scanner.text().strip(); // references are resolved as in other titles
            fields.add(
                new MetadataField(
                    "title", List.of(title), false, source.position(scanner.start())));
          } else {
            preamble &= inHead || scanner.text().isBlank();
          }
        }
        case END_TAG -> {
          inTitle = false;
          bodyStart = preamble ? scanner.end() : bodyStart;
          inHead &= !scanner.name().equals("head");
        }
        case COMMENT -> {}
      }
    }
    LinkCollector links = new LinkCollector(source, siteUrl);
    String marked = RawHtml.mark(html.substring(bodyStart, bodyEnd), bodyStart, links);
    LinkCollector.Collected collected = links.collect(new StringBuilder(marked));
    return new Result(
        new Metadata(fields),
        collected.body(),
        List.copyOf(links.anchors()),
        collected.moreOffset());
  }

  private static boolean isOfHead(String tag) {
    return switch (tag) {
      case "html", "head", "title", "meta", "link", "base" -> true;
      default -> false;
    };
  }

  /// Of several with one name the first counts, but for tags: those are one list.
  private static void add(
      String written, String value, SourcePosition position, List<MetadataField> fields) {
    String name = written.equals("keywords") ? "tags" : written;
    for (int i = 0; i < fields.size(); i++) {
      MetadataField known = fields.get(i);
      if (known.name().equals(name) && name.equals("tags")) {
        List<String> values = new ArrayList<>(known.values());
        values.add(value);
        fields.set(i, new MetadataField(name, values, true, known.position()));
        return;
      }
    }
    fields.add(new MetadataField(name, List.of(value), false, position));
  }

  private static void addField(SourceText source, HtmlScanner scanner, List<MetadataField> fields) {
    String name = "";
    HtmlScanner.Attribute content = null;
    for (HtmlScanner.Attribute attribute : scanner.attributes()) {
      switch (attribute.name()) {
        case "name" -> name = scanner.value(attribute).strip();
        case "content", "contents" -> content = attribute;
        default -> {}
      }
    }
    if (!name.isEmpty() && content != null) {
      String value = HtmlText.unescape(scanner.value(content)).strip();
      add(MetadataField.name(name), value, source.position(content.valueStart()), fields);
    }
  }
}
