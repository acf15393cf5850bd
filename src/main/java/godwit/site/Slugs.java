package godwit.site;

import godwit.config.SlugRules;
import godwit.config.Substitution;
import godwit.config.Substitution.TooManySteps;
import java.text.Normalizer;
import java.util.Locale;

/// Makes the part of an address that names something, by the rules of Pelican's `slugify`: tags and
/// character references are resolved, compatibility forms composed (NFKC), letters written in ASCII
/// unless the rules keep them, the substitutions applied, capital letters made small.
public final class Slugs {
  private Slugs() {}

  /// The slug of a title or a term's name by [SlugRules#DEFAULT]: transliterated to ASCII, in lower
  /// case, with hyphens between its words. Empty if nothing of the text is left.
  public static String of(String text) {
    return hyphenated(ascii(plain(text))).toLowerCase(Locale.ROOT);
  }

  /// The slug of a title or a term's name.
  ///
  /// @throws TooManySteps if a substitution's expression does not come to an end on this text
  public static String of(String text, SlugRules rules) throws TooManySteps {
    if (rules.equals(SlugRules.DEFAULT)) {
      return of(text);
    }
    String slug = rules.unicode() ? plain(text) : ascii(plain(text));
    for (Substitution substitution : rules.substitutions()) {
      slug = substitution.apply(slug);
    }
    return stripped(rules.preserveCase() ? slug : slug.toLowerCase(Locale.ROOT));
  }

  private static String plain(String text) {
    String plain = MarkupText.of(text);
    return isAscii(plain) ? plain : Normalizer.normalize(plain, Normalizer.Form.NFKC);
  }

  private static String ascii(String text) {
    return isAscii(text) ? text : Transliteration.ascii(text);
  }

  /// What the default substitutions make of ASCII, in one pass.
  private static String hyphenated(String ascii) {
    StringBuilder slug = new StringBuilder(ascii.length());
    boolean gap = false;
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c == '-' || MarkupText.isSpace(c)) {
        gap = true;
      } else if (isWord(c)) {
        if (gap && (!slug.isEmpty() || startsWithHyphen(ascii, i))) {
          slug.append('-');
        }
        gap = false;
        slug.append(c);
      }
    }
    if (gap && endsWithHyphen(ascii)) {
      slug.append('-');
    }
    return slug.toString();
  }

  /// White space around the text goes; a hyphen there stays, as in Pelican.
  private static boolean startsWithHyphen(String text, int end) {
    return text.substring(0, end).indexOf('-') >= 0;
  }

  private static boolean endsWithHyphen(String text) {
    int at = text.length() - 1;
    while (at >= 0 && !isWord(text.charAt(at))) {
      if (text.charAt(at) == '-') {
        return true;
      }
      at--;
    }
    return false;
  }

  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && MarkupText.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && MarkupText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
