package godwit.site;

import java.util.HashMap;
import java.util.Map;
import net.gcardone.junidecode.Junidecode;

/// Writes text of any script in ASCII, as Unidecode does, which Pelican makes slugs with. The
/// library is an older form of it; what it writes differently, and is met in titles, is put right
/// here.
final class Transliteration {
  /// What the library writes where it knows nothing. Unidecode writes nothing.
  private static final String UNKNOWN = "[?]";

  /// What the library writes and Unidecode does not.
  private static final String UNWRITTEN =
      "ẜẝẟỺỻỼỽỾỿ℄℔℘℞℟℣℩℺϶ϷϸϼϽϾϿ\u02E5\u02E6\u02E7\u02E8\u02E9\u02EF\u02F3\u02F9\u02FA\u02FB\u02FC\u02FD"
          + "\u02FE\u13F5\u13F8\u13F9\u13FA\u13FB\u13FC\u13FD\u06FF\uFDFD\u0AF1\u0AF9";

  private static final Map<Integer, String> CORRECTED = corrected();

  private Transliteration() {}

  static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        out.append((char) c);
      } else {
        appendAscii(c, out);
      }
    }
    return out.toString();
  }

  private static void appendAscii(int c, StringBuilder out) {
    String corrected = CORRECTED.get(c);
    if (corrected != null) {
      out.append(corrected);
    } else if (c <= 0xFFFF) {
      String known = Junidecode.unidecode(String.valueOf((char) c));
      out.append(known.contains(UNKNOWN) ? "" : known);
    }
  }

  private static Map<Integer, String> corrected() {
    Map<Integer, String> all = new HashMap<>();
    put(all, "シ shi チ chi ッ tsu ツ tsu し shi ち chi っ tsu つ tsu");
    put(
        all,
        "א A ח H ט T ך KH כ KH ץ TS צ TS ק k ש SH ױ OY ײ EY ־ - \u05BA o \u05C6 n \u05C7 o Ŋ ng ŋ"
            + " NG");
    put(all, "Є Ie − - ⸺ ---- ⸻ ------ ⁊ &");
    put(all, "₴ UAH ₵ C| ₶ L ₷ Sm ₸ T ₹ Rs ₺ L ₻ M ₼ m ₽ R ₾ l ₿ BTC");
    put(all, "Ⱡ L ⱡ l Ɫ L Ᵽ P Ɽ R ⱥ a ⱦ t Ⱨ H ⱨ h Ⱪ K ⱪ k Ⱬ Z ⱬ z Ɱ M Ɐ A");
    UNWRITTEN.chars().forEach(c -> all.put(c, ""));
    for (int i = 0; i < 10; i++) {
      all.put('⓫' + i, String.valueOf(11 + i));
      all.put('⓵' + i, String.valueOf(1 + i));
    }
    all.put((int) '⓿', "0");
    for (int i = 0; i < 26; i++) {
      String letter = String.valueOf((char) ('A' + i));
      all.put(0x1F150 + i, "(" + letter + ")");
      all.put(0x1F170 + i, "[" + letter + "]");
    }
    put(
        all,
        "🆑 [CL] 🆒 [COOL] 🆓 [FREE] 🆔 [ID] 🆕 [NEW] 🆖 [NG] 🆗 [OK] 🆘 [SOS] 🆙 [UP!] 🆚 [VS]");
    return Map.copyOf(all);
  }

  private static void put(Map<Integer, String> all, String pairs) {
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      all.put(words[i].codePointAt(0), words[i + 1]);
    }
  }
}
