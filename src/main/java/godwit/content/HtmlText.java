package godwit.content;

import org.commonmark.internal.util.Html5Entities;
import org.jspecify.annotations.Nullable;

/// Between text and its form in HTML.
public final class HtmlText {
  /// `&CounterClockwiseContourIntegral;` without its semicolon.
  private static final int LONGEST_REFERENCE = 32;

  private HtmlText() {}

  /// Text as it stands in HTML content and in double-quoted attributes.
  public static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      String reference = reference(text.charAt(i));
      if (reference != null) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escaped.append(reference);
      } else if (escaped != null) {
        escaped.append(text.charAt(i));
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static @Nullable String reference(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> null;
    };
  }

  /// Resolves character references. What names no character stays as it is.
  public static String unescape(String html) {
    int ampersand = html.indexOf('&');
    if (ampersand < 0) {
      return html;
    }
    StringBuilder text = new StringBuilder(html.length());
    int from = 0;
    while (ampersand >= 0) {
      int semicolon =
          html.indexOf(';', ampersand, Math.min(ampersand + LONGEST_REFERENCE + 1, html.length()));
      String character = semicolon < 0 ? null : character(html.substring(ampersand + 1, semicolon));
      text.append(html, from, ampersand);
      text.append(character == null ? "&" : character);
      from = character == null ? ampersand + 1 : semicolon + 1;
      ampersand = html.indexOf('&', from);
    }
    return text.append(html, from, html.length()).toString();
  }

  private static @Nullable String character(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> "\u00A0";
      default -> name.startsWith("#") ? numeric(name.substring(1)) : named(name);
    };
  }

  /// By the table of two thousand names that the Markdown parser reads by.
  private static @Nullable String named(String name) {
    String reference = "&" + name + ";";
    String character = Html5Entities.entityToString(reference);
    return character.equals(reference) ? null : character;
  }

  private static @Nullable String numeric(String digits) {
    try {
      boolean hex = digits.startsWith("x") || digits.startsWith("X");
      int codePoint = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
      boolean surrogate =
          codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      return Character.isValidCodePoint(codePoint) && codePoint != 0 && !surrogate
          ? Character.toString(codePoint)
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// The text of HTML without its tags, with each run of white space as one space.
  public static String strip(String html) {
    StringBuilder text = new StringBuilder(html.length());
    HtmlScanner scanner = new HtmlScanner(html);
    while (scanner.next()) {
      if (scanner.kind() == HtmlScanner.Kind.TEXT) {
        appendFolded(unescape(scanner.text()), text);
      } else if (scanner.kind() != HtmlScanner.Kind.COMMENT && isBlock(scanner.name())) {
        appendFolded(" ", text);
      }
    }
    return text.toString().strip();
  }

  private static void appendFolded(String piece, StringBuilder text) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (!Character.isWhitespace(c)) {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private static boolean isBlock(String tag) {
    return switch (tag) {
      case "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "pre",
          "table",
          "tr",
          "td",
          "th",
          "blockquote",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "section",
          "article",
          "figure",
          "figcaption",
          "dt",
          "dd" ->
          true;
      default -> false;
    };
  }
}
