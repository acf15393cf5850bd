package godwit.content;

import java.util.regex.Pattern;

/// Text and addresses as they stand in Markdown.
public final class MarkdownText {
  /// What begins markup within a line (CommonMark 2.4); an underscore within a word does not.
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*<~\\[]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w+;)");

  /// What makes a line the beginning of something else than a paragraph.
  private static final Pattern BLOCK = Pattern.compile("^(?:(\\d+)(?=[.)])|(?=[-#+>=]))");

  private MarkdownText() {}

  /// A paragraph of text, on one line.
  public static String paragraph(String text) {
    return BLOCK.matcher(escape(text)).replaceFirst("$1\\\\");
  }

  /// A heading of text. @param level from 1 to 6
  public static String heading(int level, String text) {
    String escaped = escape(text);
    String open = escaped.endsWith("#") ? escaped.substring(0, escaped.length() - 1) : escaped;
    return "#".repeat(level) + " " + open + (open.equals(escaped) ? "" : "\\#");
  }

  /// Text that is on a line of its own or within one, for readers to see as it is.
  public static String escape(String text) {
    return MARKUP.matcher(oneLine(text)).replaceAll("\\\\$0");
  }

  /// The text of a link. Programs that take a link apart end it at the first bracket, be it escaped
  /// or not (llmstxt.org, "Format").
  public static String linkText(String text) {
    return escape(text).replace("\\[", "&#91;").replace("]", "&#93;");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// The address of a link, between its parentheses.
  public static String destination(String address) {
    StringBuilder safe = new StringBuilder(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      switch (c) {
        case ' ', '(', ')', '<', '>', '\\', '`', '|' -> safe.append("%%%02X".formatted((int) c));
        case '&' -> safe.append(isReference(address, i) ? "&amp;" : "&");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /// Whether Markdown would take it for a character: `&copy;`.
  private static boolean isReference(String address, int ampersand) {
    int semicolon = address.indexOf(';', ampersand);
    String reference = semicolon < 0 ? "" : address.substring(ampersand, semicolon + 1);
    return !HtmlText.unescape(reference).equals(reference);
  }
}
