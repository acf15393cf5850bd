package godwit.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts the summary out of a body: whole up to `<!-- more -->`, or the first words. Whatever may
/// stand only once on a page (anchors, footnote marks, a table of contents) is left out, as lists
/// show many summaries.
final class SummaryCutter {
  private final String html;
  private final List<Link> links;
  private final StringBuilder cut = new StringBuilder();
  private final List<Link> kept = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Integer> openByName = new HashMap<>();
  private final SummaryWords words;
  private int nextLink;

  /// From offsets of the last text in the HTML to offsets in the cut.
  private int shift;

  private SummaryCutter(Body body, int maxWords) {
    this.html = body.html();
    this.links = body.links();
    this.words = new SummaryWords(html, maxWords);
  }

  /// The body up to an offset.
  static Body upTo(Body body, int offset) {
    SummaryCutter cutter = new SummaryCutter(body, Integer.MAX_VALUE);
    cutter.run(offset, "");
    return new Body(cutter.cut.toString().strip(), cutter.kept);
  }

  /// The body up to the end of a paragraph.
  ///
  /// @param paragraphs the number of that paragraph, counted from 1
  static Body paragraphs(Body body, int paragraphs) {
    HtmlScanner scanner = new HtmlScanner(body.html());
    int seen = 0;
    while (scanner.next()) {
      if (scanner.kind() == HtmlScanner.Kind.END_TAG
          && scanner.name().equals("p")
          && ++seen == paragraphs) {
        return upTo(body, scanner.end());
      }
    }
    return body;
  }

  /// The first words of the body by Pelican's rules, up to the end of the last one, and a space and
  /// the suffix if anything, be it a full stop, comes after it.
  ///
  /// @param maxWords nothing is left of the body if this is 0 or less
  /// @param endSuffix empty to add nothing, and no space
  static Body words(Body body, int maxWords, String endSuffix) {
    if (maxWords <= 0) {
      return new Body("", List.of());
    }
    SummaryCutter cutter = new SummaryCutter(body, maxWords);
    cutter.run(body.html().length(), endSuffix);
    return new Body(cutter.cut.toString(), cutter.kept);
  }

  private void run(int endOffset, String endSuffix) {
    HtmlScanner scanner = new HtmlScanner(html);
    String skipped = "";
    while (scanner.next() && scanner.start() < endOffset) {
      boolean tag =
          scanner.kind() == HtmlScanner.Kind.START_TAG
              || scanner.kind() == HtmlScanner.Kind.END_TAG;
      if (!skipped.isEmpty()) {
        if (scanner.kind() == HtmlScanner.Kind.END_TAG && scanner.name().equals(skipped)) {
          skipped = "";
        }
      } else if (tag && isFootnotes(scanner)) {
        break;
      } else {
        if (tag) {
          words.tag();
        }
        if (tag && isLeftOut(scanner)) {
          skipped = scanner.name();
        } else if (!words.isComplete()) {
          take(scanner, endOffset);
        }
      }
      if (words.isComplete()) {
        end(endSuffix);
        break;
      }
    }
    while (!open.isEmpty()) {
      cut.append("</").append(open.pop()).append('>');
    }
  }

  private void end(String suffix) {
    cut.setLength(words.cutAt() + shift);
    if (!suffix.isEmpty()) {
      cut.append(' ').append(suffix);
    }
  }

  private void take(HtmlScanner scanner, int endOffset) {
    switch (scanner.kind()) {
      case START_TAG -> {
        appendTag(scanner);
        if (!isVoid(scanner.name()) && !scanner.isSelfClosing()) {
          open.push(scanner.name());
          openByName.merge(scanner.name(), 1, Integer::sum);
        }
      }
      case END_TAG -> {
        if (openByName.getOrDefault(scanner.name(), 0) > 0) {
          String closed;
          do {
            closed = open.pop();
            openByName.merge(closed, -1, Integer::sum);
            cut.append("</").append(closed).append('>');
          } while (!closed.equals(scanner.name()));
        }
      }
      case TEXT -> {
        int end = Math.min(scanner.end(), endOffset);
        words.text(scanner.start(), end);
        if (!words.isComplete() || words.cutAt() > scanner.start()) {
          shift = cut.length() - scanner.start();
        }
        cut.append(html, scanner.start(), end);
      }
      case COMMENT -> {}
    }
  }

  private void appendTag(HtmlScanner scanner) {
    int from = scanner.start();
    for (HtmlScanner.Attribute attribute : scanner.attributes()) {
      if (attribute.name().equals("id")) {
        int nameStart = html.lastIndexOf("id", Math.max(attribute.valueStart() - 1, from));
        appendWithLinks(from, nameStart);
        boolean quoted =
            attribute.valueEnd() < html.length()
                && "\"'".indexOf(html.charAt(attribute.valueEnd())) >= 0;
        from =
            attribute.valueEnd()
                + (quoted && attribute.valueEnd() > attribute.valueStart() ? 1 : 0);
        trimSpace();
      }
    }
    appendWithLinks(from, scanner.end());
  }

  private void trimSpace() {
    if (!cut.isEmpty() && cut.charAt(cut.length() - 1) == ' ') {
      cut.setLength(cut.length() - 1);
    }
  }

  private void appendWithLinks(int start, int end) {
    while (nextLink < links.size() && links.get(nextLink).offset() < start) {
      nextLink++;
    }
    int from = start;
    while (nextLink < links.size() && links.get(nextLink).offset() < end) {
      Link link = links.get(nextLink++);
      cut.append(html, from, link.offset());
      kept.add(link.at(cut.length()));
      from = link.offset();
    }
    cut.append(html, from, end);
  }

  private static boolean isLeftOut(HtmlScanner scanner) {
    return scanner.kind() == HtmlScanner.Kind.START_TAG
        && ((scanner.name().equals("a") && hasClass(scanner, HeadingMark.CLASS))
            || (scanner.name().equals("div") && hasClass(scanner, TableOfContents.CLASS))
            || (scanner.name().equals("sup") && hasClass(scanner, "footnote-ref"))
            || scanner.name().equals("script")
            || scanner.name().equals("style"));
  }

  private static boolean isFootnotes(HtmlScanner scanner) {
    return scanner.name().equals("section") && hasClass(scanner, "footnotes");
  }

  private static boolean hasClass(HtmlScanner scanner, String name) {
    for (HtmlScanner.Attribute attribute : scanner.attributes()) {
      if (attribute.name().equals("class") && scanner.value(attribute).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVoid(String tag) {
    return switch (tag) {
      case "area",
          "base",
          "br",
          "col",
          "embed",
          "hr",
          "img",
          "input",
          "link",
          "meta",
          "source",
          "track",
          "wbr" ->
          true;
      default -> false;
    };
  }
}
