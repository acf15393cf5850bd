package godwit.site;

import godwit.content.HtmlText;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a title that may hold tags and character references, as Pelican takes it for slugs:
/// whatever stands between `<` and `>` goes, and references resolve with or without a semicolon, by
/// the HTML standard (section 13.2.5.72 and the table of 13.5).
final class MarkupText {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]+);?|#[xX]([0-9a-fA-F]+);?|([^\\t\\n\\f <&#;]{1,32};?))");

  /// Of all the names these are references without a semicolon too.
  private static final Set<String> WITHOUT_SEMICOLON =
      Set.of(
          ("AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave"
               + " Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde"
               + " Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig"
               + " agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide"
               + " eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave"
               + " iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf"
               + " ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3"
               + " szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml")
              .split(" "));

  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  private MarkupText() {}

  static String of(String markup) {
    String text = markup;
    if (text.indexOf('<') >= 0) {
      text = without(text, "<!--", "-->");
      text = without(text, "<", ">");
    }
    text = spaced(text);
    return text.indexOf('&') < 0 ? text : unescaped(text);
  }

  private static String without(String text, String open, String close) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    int start = text.indexOf(open);
    while (start >= 0) {
      int end = text.indexOf(close, start + open.length());
      if (end < 0) {
        break;
      }
      out.append(text, from, start);
      from = end + close.length();
      start = text.indexOf(open, from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /// White space around the text goes, and within it is one space.
  private static String spaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = true;
      } else {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Whether Python takes a character for white space.
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static String unescaped(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (matcher.find()) {
      out.append(text, from, matcher.start());
      String name = matcher.group(3);
      if (name != null) {
        out.append(named(name));
      } else if (matcher.group(1) != null) {
        appendNumbered(matcher.group(1), 10, out);
      } else {
        appendNumbered(matcher.group(2), 16, out);
      }
      from = matcher.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String named(String name) {
    if (name.endsWith(";")) {
      String character = HtmlText.unescape("&" + name);
      if (!character.equals("&" + name)) {
        return character;
      }
    }
    for (int length = name.length(); length > 1; length--) {
      String start = name.substring(0, length);
      if (WITHOUT_SEMICOLON.contains(start)) {
        return HtmlText.unescape("&" + start + ";") + name.substring(length);
      }
    }
    return "&" + name;
  }

  private static void appendNumbered(String digits, int radix, StringBuilder out) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int code = significant.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(significant, radix);
    if (code == 0
        || code > Character.MAX_CODE_POINT
        || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
      out.append((char) REPLACEMENT_CHARACTER);
    } else if (code >= 0x80 && code <= 0x9F) {
      String meant = new String(new byte[] {(byte) code}, Charset.forName("windows-1252"));
      out.append(meant.charAt(0) == REPLACEMENT_CHARACTER ? String.valueOf((char) code) : meant);
    } else if (!isControl(code)) {
      out.appendCodePoint(code);
    }
  }

  private static boolean isControl(int code) {
    boolean space = code >= '\t' && code <= '\r' && code != 0x0B;
    return (code < ' ' && !space)
        || code == 0x7F
        || (code >= 0xFDD0 && code <= 0xFDEF)
        || (code & 0xFFFE) == 0xFFFE;
  }
}
