package godwit.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Steps through HTML tag by tag, by the tokenization rules of the HTML standard (section 13.2.5)
/// as far as tags, attributes, comments and raw text go. It never fails: what is no tag is text.
///
/// Call [#next] until it returns false; the other methods speak of the token it stopped at.
final class HtmlScanner {
  /// What a token is.
  enum Kind {
    TEXT,
    START_TAG,
    END_TAG,
    /// A comment, a doctype or a processing instruction.
    COMMENT
  }

  /// An attribute of a start tag.
  ///
  /// @param name in lower case
  /// @param valueStart where the value begins in the HTML, after the quote
  /// @param valueEnd where it ends; equal to `valueStart` where there is no value
  record Attribute(String name, int valueStart, int valueEnd) {}

  private final String html;
  private final int lastTagEnd;
  private int position;
  private Kind kind = Kind.TEXT;
  private int start;
  private String name = "";
  private String rawTextElement = "";
  private boolean selfClosing;
  private final List<Attribute> attributes = new ArrayList<>();

  HtmlScanner(String html) {
    this.html = html;
    this.lastTagEnd = html.lastIndexOf('>');
  }

  Kind kind() {
    return kind;
  }

  /// Where the token begins.
  int start() {
    return start;
  }

  /// Behind the last character of the token.
  int end() {
    return position;
  }

  /// The tag's name in lower case; meaningless for other tokens.
  String name() {
    return name;
  }

  /// Whether the start tag ends with `/>`.
  boolean isSelfClosing() {
    return selfClosing;
  }

  /// The attributes of the start tag, in the order of the source.
  List<Attribute> attributes() {
    return attributes;
  }

  /// The text of the token.
  String text() {
    return html.substring(start, position);
  }

  /// An attribute's value with its character references still in it.
  String value(Attribute attribute) {
    return html.substring(attribute.valueStart(), attribute.valueEnd());
  }

  /// The value of the start tag's attribute of that name, empty if it has none.
  String value(String attributeName) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(attributeName)) {
        return value(attribute);
      }
    }
    return "";
  }

  /// Moves to the end tag of the element whose start tag this is, or to the end where it has none.
  ///
  /// @return where the end tag begins
  int skipElement() {
    String element = name;
    int depth = 1;
    while (depth > 0 && next()) {
      if (kind == Kind.START_TAG && name.equals(element)) {
        depth++;
      } else if (kind == Kind.END_TAG && name.equals(element)) {
        depth--;
      }
    }
    return depth > 0 ? position : start;
  }

  /// Moves to the next token. @return false at the end
  boolean next() {
    if (position >= html.length()) {
      return false;
    }
    start = position;
    if (!rawTextElement.isEmpty()) {
      readRawText();
    } else if (html.charAt(position) == '<' && readMarkup()) {
      return true;
    } else {
      kind = Kind.TEXT;
      position = html.indexOf('<', position + 1);
      if (position < 0) {
        position = html.length();
      }
    }
    return true;
  }

  private void readRawText() {
    int from = position;
    String element = rawTextElement;
    rawTextElement = "";
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at + 2, element, 0, element.length())
          && at + 2 + element.length() < html.length()
          && endsName(html.charAt(at + 2 + element.length()))) {
        if (at == from) {
          if (readMarkup()) {
            return;
          }
          break;
        }
        rawTextElement = element; // the end tag comes next
        kind = Kind.TEXT;
        position = at;
        return;
      }
    }
    kind = Kind.TEXT;
    position = html.length();
  }

  private boolean readMarkup() {
    int at = position + 1;
    if (at >= html.length()) {
      return false;
    }
    char c = html.charAt(at);
    if (c == '!' || c == '?') {
      readComment(at);
      return true;
    }
    boolean endTag = c == '/';
    int nameStart = endTag ? at + 1 : at;
    if (nameStart >= html.length() || !isLetter(html.charAt(nameStart))) {
      return false;
    }
    int nameEnd = nameStart;
    while (nameEnd < html.length() && !endsName(html.charAt(nameEnd))) {
      nameEnd++;
    }
    // Without this every '<' of a text without '>' would be followed to the end.
    int tagEnd = nameEnd > lastTagEnd ? -1 : readAttributes(nameEnd);
    if (tagEnd < 0) {
      return false;
    }
    name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    kind = endTag ? Kind.END_TAG : Kind.START_TAG;
    selfClosing = html.charAt(tagEnd - 2) == '/';
    position = tagEnd;
    if (!endTag && isRawText(name)) {
      rawTextElement = name;
    }
    return true;
  }

  private void readComment(int at) {
    kind = Kind.COMMENT;
    boolean comment = html.startsWith("!--", at);
    String close = comment ? "-->" : ">";
    int end = html.indexOf(close, comment ? at + 1 : at);
    position = end < 0 ? html.length() : end + close.length();
  }

  /// @return behind the tag's `>`, or -1 if the tag never ends
  private int readAttributes(int from) {
    attributes.clear();
    int at = from;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '>') {
        return at + 1;
      }
      if (isSpace(c) || c == '/') {
        at++;
      } else {
        at = readAttribute(at);
        if (at < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  private int readAttribute(int nameStart) {
    int nameEnd = nameStart + 1;
    while (nameEnd < html.length() && !endsAttributeName(html.charAt(nameEnd))) {
      nameEnd++;
    }
    String attribute = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    int at = skipSpace(nameEnd);
    if (at >= html.length() || html.charAt(at) != '=') {
      attributes.add(new Attribute(attribute, nameEnd, nameEnd));
      return nameEnd;
    }
    at = skipSpace(at + 1);
    if (at >= html.length()) {
      return -1;
    }
    char quote = html.charAt(at);
    if (quote == '"' || quote == '\'') {
      int close = html.indexOf(quote, at + 1);
      if (close < 0) {
        return -1;
      }
      attributes.add(new Attribute(attribute, at + 1, close));
      return close + 1;
    }
    int end = at;
    while (end < html.length() && !isSpace(html.charAt(end)) && html.charAt(end) != '>') {
      end++;
    }
    attributes.add(new Attribute(attribute, at, end));
    return end;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < html.length() && isSpace(html.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean endsName(char c) {
    return isSpace(c) || c == '/' || c == '>';
  }

  private static boolean endsAttributeName(char c) {
    return isSpace(c) || c == '/' || c == '>' || c == '=';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isRawText(String element) {
    return switch (element) {
      case "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" -> true;
      default -> false;
    };
  }
}
