package godwit.site;

import java.text.Normalizer;
import java.util.Locale;
import net.gcardone.junidecode.Junidecode;

/// Makes the part of an address that names something, by Pelican's rules (its `slugify` with the
/// default SLUG_REGEX_SUBSTITUTIONS).
public final class Slugs {
  private Slugs() {}

  /// The slug of a title or a term's name: transliterated to ASCII, in lower case, with hyphens
  /// between its words. Empty if nothing of the text is left.
  public static String of(String text) {
    String ascii =
        isAscii(text)
            ? text
            : Junidecode.unidecode(Normalizer.normalize(text, Normalizer.Form.NFKC));
    StringBuilder slug = new StringBuilder(ascii.length());
    boolean gap = false;
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c == '-' || Character.isWhitespace(c)) {
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
    return slug.toString().toLowerCase(Locale.ROOT);
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
