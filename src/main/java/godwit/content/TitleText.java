package godwit.content;

import java.util.regex.Pattern;

/// Titles of headers, which in Pelican are HTML.
public final class TitleText {
  /// The elements that have a place in a title. What else is in angle brackets is what it says:
  /// `List<String>`.
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|"
              + "small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?:\\s[^<>]*)?/?>");

  private TitleText() {}

  /// The title without tags.
  public static String withoutTags(String title) {
    return title.indexOf('<') < 0 ? title : TAG.matcher(title).replaceAll("").strip();
  }

  /// The title without tags, and with characters for the references to them.
  public static String plain(String title) {
    return HtmlText.unescape(withoutTags(title));
  }
}
