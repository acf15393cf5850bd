package godwit.content;

import godwit.config.MarkdownSettings.Anchors;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// The headings of a document, each with an anchor that its author gives or that is made of its
/// text: the same text in the same place has the same anchor, whatever else changes.
final class MarkdownOutline extends AbstractVisitor {
  /// Marks that go with letters, and what else is not ASCII.
  private static final Pattern OTHERS = Pattern.compile("[^\\x00-\\x7F]+");

  private static final Pattern SIGNS = Pattern.compile("[^\\w\\s-]+");
  private static final Pattern DASHES = Pattern.compile("[-\\s]+");
  private static final Pattern COUNTED = Pattern.compile("(.*)_([0-9]+)");

  private final IdGenerator ids = IdGenerator.builder().defaultId("section").build();
  private final Map<Node, Heading> byNode = new HashMap<>();
  private final List<Heading> headings = new ArrayList<>();

  private final Map<Node, String> given;
  private final Set<String> taken;
  private final Anchors form;

  private MarkdownOutline(Map<Node, String> given, Anchors form) {
    this.given = given;
    this.taken = new HashSet<>(given.values());
    this.form = form;
  }

  /// @param given the ids of headings that have one, see [HeadingIds]
  /// @param form of the anchors that are made
  static MarkdownOutline of(Node document, Map<Node, String> given, Anchors form) {
    MarkdownOutline outline = new MarkdownOutline(given, form);
    document.accept(outline);
    return outline;
  }

  @Override
  public void visit(org.commonmark.node.Heading node) {
    String text = PlainText.of(node);
    String own = given.get(node);
    Heading heading = new Heading(node.getLevel(), own == null ? made(text) : own, text);
    byNode.put(node, heading);
    headings.add(heading);
  }

  private String made(String text) {
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
    while (name.isEmpty() || taken.contains(name)) {
      Matcher counted = COUNTED.matcher(name);
      name =
          counted.matches()
              ? counted.group(1) + "_" + new BigInteger(counted.group(2)).add(BigInteger.ONE)
              : name + "_1";
    }
    taken.add(name);
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

  /// No heading is in one.
  @Override
  public void visit(Paragraph paragraph) {}

  List<Heading> headings() {
    return headings;
  }

  Heading heading(org.commonmark.node.Heading node) {
    Heading heading = byNode.get(node);
    if (heading == null) {
      throw new IllegalStateException("a heading that was not in the document");
    }
    return heading;
  }
}
