package godwit.content;

import godwit.diagnostic.Diagnostics;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells which form a Markdown file's header has and reads it:
/// - TOML between `+++` lines,
/// - `Key: value` lines, or YAML, between `---` lines,
/// - `Key: value` lines at the very start, up to the first blank line (Python-Markdown's "meta").
final class HeaderReader {
  /// A header, and where what it heads begins.
  ///
  /// @param bodyOffset in the source text
  record Header(Metadata metadata, int bodyOffset) {}

  /// Prose may begin with `Note: …`. A header without fences must have one of these to be one.
  private static final Set<String> TELLTALE =
      Set.of(
          "title",
          "date",
          "modified",
          "status",
          "slug",
          "category",
          "tags",
          "keywords",
          "author",
          "authors",
          "summary",
          "lang",
          "template",
          "save_as",
          "url",
          "alias",
          "aliases",
          "translation",
          "expires",
          "headline",
          "subtitle",
          "description");

  /// Only `\n` ends a line here; U+2028 is a character like others.
  static final Pattern FIELD =
      Pattern.compile(" {0,3}([A-Za-z0-9_-]+)[ \\t]*:(?!//)[ \\t]*(.*)", Pattern.UNIX_LINES);

  /// Between fences there is no prose, so a name may have any letters and spaces.
  static final Pattern FENCED_FIELD =
      Pattern.compile(
          " {0,3}([\\p{L}\\p{N}_][^:#]{0,60}?)[ \\t]*:(?:[ \\t]+(.*)|$)", Pattern.UNIX_LINES);

  private static final int MAX_AHEAD = 20;

  /// A field's name with something else than its colon behind it: `Date = 2026`, `status draft`.
  private static final Pattern MEANT =
      Pattern.compile(
          "(?i)[-* ]{0,3}(?:([a-z_-]+?)[ \\t]*[=:]|(?:status|date)[ \\t]+[a-z0-9-]+\\s*$)");

  private HeaderReader() {}

  static Header read(SourceText source, Diagnostics diagnostics) {
    String text = source.text();
    Lines lines = new Lines(text, skipBlankLines(text));
    if (!lines.hasNext()) {
      return new Header(Metadata.NONE, 0);
    }
    String first = lines.peek().stripTrailing();
    if (first.equals("+++")) {
      return TomlHeader.read(source, lines, diagnostics);
    }
    if (first.equals("---")) {
      return fenced(source, lines, diagnostics);
    }
    return bare(source, lines, diagnostics);
  }

  private static Header fenced(SourceText source, Lines lines, Diagnostics diagnostics) {
    int opening = lines.offset();
    lines.next();
    if (!lines.hasNext() || !looksLikeHeader(lines.peek())) {
      return new Header(Metadata.NONE, opening);
    }
    LineHeader header = new LineHeader(source, diagnostics);
    Diagnostics found = new Diagnostics();
    while (lines.hasNext()) {
      String line = lines.peek().stripTrailing();
      int offset = lines.offset();
      lines.next();
      if (line.equals("---") || line.equals("...")) {
        diagnostics.addAll(found.sorted());
        return new Header(header.finish(), lines.offset());
      }
      header.addFenced(line, offset, found);
    }
    // What does not look like a header is most likely the text below it.
    int end = found.sorted().isEmpty() ? 0 : found.sorted().getFirst().position().line();
    diagnostics.error(
        source.position(opening),
        "header-open",
        "the header that begins here has no closing '---' line",
        "end the header with a line of three hyphens" + (end == 0 ? "" : ", above line " + end));
    return new Header(Metadata.NONE, source.text().length());
  }

  private static Header bare(SourceText source, Lines lines, Diagnostics diagnostics) {
    int begin = lines.offset();
    LineHeader header = new LineHeader(source, diagnostics);
    boolean telltale = false;
    boolean mistaken = false;
    while (lines.hasNext()) {
      String line = lines.peek();
      String stripped = line.stripTrailing();
      if (stripped.isEmpty() || stripped.equals("---") || stripped.equals("...")) {
        // The blank line or the fence belongs to the header; what follows is the body.
        lines.next();
        break;
      }
      Matcher field = FIELD.matcher(stripped);
      boolean continuation = header.hasFields() && isIndented(line);
      if (!field.matches() && !continuation) {
        if (telltale && (mistaken ? looksMeant(lines.peek()) : isMistaken(lines))) {
          mistaken = true;
          header.mistaken(stripped, lines.offset(), diagnostics);
          lines.next();
          continue;
        }
        if (mistaken) { // one is enough to tell of a header that goes on
          lines.next();
          continue;
        }
        break;
      }
      telltale |= field.matches() && TELLTALE.contains(MetadataField.name(field.group(1)));
      header.add(stripped, lines.offset());
      lines.next();
    }
    return telltale
        ? new Header(header.finish(), lines.offset())
        : new Header(Metadata.NONE, begin);
  }

  /// Whether the line at hand, which is no field, was meant to be one: fields follow it, or it
  /// begins with a field's name. Text may follow a header without a blank line between them, too.
  private static boolean isMistaken(Lines lines) {
    if (looksMeant(lines.peek())) {
      return true;
    }
    Lines ahead = lines.copy();
    ahead.next();
    for (int i = 0; i < MAX_AHEAD && ahead.hasNext() && !ahead.peek().isBlank(); i++) {
      Matcher field = FIELD.matcher(ahead.peek().stripTrailing());
      if (field.matches() && TELLTALE.contains(MetadataField.name(field.group(1)))) {
        return true;
      }
      ahead.next();
    }
    return false;
  }

  private static boolean looksMeant(String line) {
    Matcher meant = MEANT.matcher(line);
    return meant.lookingAt()
        && (meant.group(1) == null || TELLTALE.contains(MetadataField.name(meant.group(1))));
  }

  private static boolean looksLikeHeader(String line) {
    String stripped = line.strip();
    return stripped.equals("---")
        || stripped.startsWith("#")
        || FENCED_FIELD.matcher(line.stripTrailing()).matches();
  }

  static boolean isIndented(String line) {
    return line.startsWith("    ") || line.startsWith("\t");
  }

  private static int skipBlankLines(String text) {
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lineStart = i + 1;
      } else if (c != ' ' && c != '\t') {
        return lineStart;
      }
    }
    return text.length();
  }
}
