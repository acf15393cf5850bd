package godwit.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// What is markup in Python-Markdown and kramdown and is none where it stands here. It shows in the
/// page as it is written.
final class UnreadMarkup {
  /// What there is of it.
  enum Kind {
    ATTRIBUTES(
        "this stays text, as it stands behind nothing that attributes could be of",
        "write it right behind the link or the image, or as the last line of the paragraph"),
    HEADING("this stays text: a heading has a space behind its #", "write # Title"),
    ADMONITION(
        "this stays text: it is how other programs write an alert",
        "write > [!NOTE], and the text below it with > before each line"),
    INNER_MARKDOWN(
        "markdown=\"1\" means nothing: what is within an element is read where an empty line is"
            + " before and behind it",
        "take it out, and write the empty lines");

    private final String message;
    private final String hint;

    Kind(String message, String hint) {
      this.message = message;
      this.hint = hint;
    }

    String message() {
      return message;
    }

    String hint() {
      return hint;
    }
  }

  /// A place of it. @param offset in the Markdown
  record Found(Kind kind, int offset) {}

  private static final Pattern ATTRIBUTES =
      Pattern.compile("\\{(?::[ \\t]*[^{}\\s][^{}\\n]*|[.#][\\w-]+(?:[ \\t][^{}\\n]*)?)}");

  /// A single one may be a hashtag.
  private static final Pattern HEADING = Pattern.compile("#{2,6}\\p{L}[^#]*");

  private static final Pattern INNER_MARKDOWN =
      Pattern.compile("<[^>]*\\smarkdown(?:=[\"']?(?:1|block|span)\\b|[\\s>])");

  private final String text;
  private final List<Found> found = new ArrayList<>();

  private UnreadMarkup(String text) {
    this.text = text;
  }

  /// @param text the Markdown that the document was read from
  static List<Found> find(String text, Node document) {
    UnreadMarkup markup = new UnreadMarkup(text);
    markup.look(document);
    return markup.found;
  }

  private void look(Node node) {
    switch (node) {
      case Paragraph paragraph -> beginning(paragraph);
      case Text part -> attributes(part);
      case HtmlBlock html -> innerMarkdown(html);
      default -> {}
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      look(child);
    }
  }

  private void beginning(Paragraph paragraph) {
    if (paragraph.getFirstChild() instanceof Text start && !paragraph.getSourceSpans().isEmpty()) {
      int offset = paragraph.getSourceSpans().getFirst().getInputIndex();
      String text = start.getLiteral();
      boolean isLine = start.getNext() == null;
      if (text.startsWith("!!! ")) {
        found.add(new Found(Kind.ADMONITION, offset));
      } else if (text.startsWith("#") && isLine && HEADING.matcher(text).matches()) {
        found.add(new Found(Kind.HEADING, offset));
      }
    }
  }

  private void attributes(Text part) {
    int brace = part.getLiteral().indexOf('{');
    if (brace < 0 || part.getSourceSpans().isEmpty()) {
      return;
    }
    Matcher attributes = ATTRIBUTES.matcher(part.getLiteral());
    int from = part.getSourceSpans().getFirst().getInputIndex();
    while (attributes.find()) {
      int at = text.indexOf(attributes.group(), from);
      from = at < 0 ? from : at + attributes.group().length();
      found.add(new Found(Kind.ATTRIBUTES, at < 0 ? from : at));
    }
  }

  private void innerMarkdown(HtmlBlock html) {
    if (html.getLiteral().contains("markdown") && !html.getSourceSpans().isEmpty()) {
      Matcher inner = INNER_MARKDOWN.matcher(html.getLiteral());
      if (inner.find()) {
        found.add(new Found(Kind.INNER_MARKDOWN, html.getSourceSpans().getFirst().getInputIndex()));
      }
    }
  }
}
