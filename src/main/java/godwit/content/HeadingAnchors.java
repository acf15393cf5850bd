package godwit.content;

import godwit.config.MarkdownSettings.Anchors;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;

/// Makes the anchors of a document's headings of their texts.
final class HeadingAnchors {
  /// Marks that go with letters, and what else is not ASCII.
  private static final Pattern OTHERS = Pattern.compile("[^\\x00-\\x7F]+");

  private static final Pattern SIGNS = Pattern.compile("[^\\w\\s-]+");
  private static final Pattern DASHES = Pattern.compile("[-\\s]+");
  private static final Pattern COUNTED = Pattern.compile("(.*)_([0-9]+)");

  private final IdGenerator ids = IdGenerator.builder().defaultId("section").build();
  private final Anchors form;
  private final Set<String> taken;

  /// The last anchor that was made of a name.
  private final Map<String, String> last = new HashMap<>();

  /// @param taken anchors that are given to others
  HeadingAnchors(Anchors form, Collection<String> taken) {
    this.form = form;
    this.taken = new HashSet<>(taken);
  }

  /// The anchor of a heading: another one each time.
  String of(String text) {
    return switch (form) {
      case GITHUB -> asOnGithub(text);
      case PYTHON_MARKDOWN -> asOfPythonMarkdown(text);
    };
  }

  /// By the rules of `slugify` and `unique` in Python-Markdown's toc extension.
  private String asOfPythonMarkdown(String text) {
    String plain = isAscii(text) ? text : withoutAccents(text);
    String name =
        DASHES
            .matcher(SIGNS.matcher(plain).replaceAll("").strip().toLowerCase(Locale.ROOT))
            .replaceAll("-");
    String first = name;
    name = last.getOrDefault(first, first); // all before it are taken
    while (name.isEmpty() || taken.contains(name)) {
      Matcher counted = COUNTED.matcher(name);
      name =
          counted.matches()
              ? counted.group(1) + "_" + new BigInteger(counted.group(2)).add(BigInteger.ONE)
              : name + "_1";
    }
    taken.add(name);
    last.put(first, name);
    return name;
  }

  private String asOnGithub(String text) {
    // The generator lowers by the machine's locale, which in Turkish makes another letter of I.
    String lower = ascii(text).toLowerCase(Locale.ROOT);
    String id;
    do {
      id = ids.generateId(lower); // another one each time
    } while (taken.contains(id));
    return id;
  }

  /// Letters without their accents, as Python-Markdown makes anchors, so that links to a Pelican
  /// site's anchors stay right; the text as it is where nothing would be left.
  private static String ascii(String text) {
    String plain = isAscii(text) ? text : withoutAccents(text);
    int end = plain.length();
    while (end > 0 && !isOfAnchor(plain.charAt(end - 1))) {
      end--;
    }
    return plain.chars().anyMatch(Character::isLetterOrDigit) ? plain.substring(0, end) : text;
  }

  private static String withoutAccents(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return OTHERS.matcher(decomposed).replaceAll("");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static boolean isOfAnchor(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
