package godwit.config;

import java.util.ArrayList;
import java.util.List;

/// An address with fields, such as `{date:%Y}/{slug}.html`. The syntax is that of Pelican's `*_URL`
/// and `*_SAVE_AS` settings.
///
/// @param source as it was written
public record UrlPattern(String source, List<Part> parts) {
  public UrlPattern {
    parts = List.copyOf(parts);
  }

  /// A piece of a pattern.
  public sealed interface Part {}

  /// Text that stands for itself.
  public record Literal(String text) implements Part {}

  /// A value of the item, by its name.
  ///
  /// @param format what follows the colon, such as `%Y`; empty where there is none
  public record Field(String name, String format) implements Part {}

  /// Reads a pattern. `{{` and `}}` stand for braces.
  ///
  /// @throws IllegalArgumentException if a brace is not closed or a field has no name; the message
  ///   says which
  public static UrlPattern parse(String source) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if ((c == '{' || c == '}') && at + 1 < source.length() && source.charAt(at + 1) == c) {
        literal.append(c);
        at += 2;
      } else if (c == '{') {
        int end = source.indexOf('}', at);
        if (end < 0) {
          throw new IllegalArgumentException("'{' without '}' in '" + source + "'");
        }
        flush(literal, parts);
        parts.add(field(source.substring(at + 1, end), source));
        at = end + 1;
      } else if (c == '}') {
        throw new IllegalArgumentException("'}' without '{' in '" + source + "'");
      } else {
        literal.append(c);
        at++;
      }
    }
    flush(literal, parts);
    return new UrlPattern(source, parts);
  }

  /// The file of this URL where none is named: `a/` is `a/index.html`, `a` is `a.html`, and `a.htm`
  /// is itself.
  public UrlPattern file() {
    return Patterns.saveAs(this);
  }

  /// Whether the pattern has a field of that name.
  public boolean hasField(String name) {
    return parts.stream()
        .anyMatch(part -> part instanceof Field field && field.name().equals(name));
  }

  private static Field field(String inner, String source) {
    int colon = inner.indexOf(':');
    String name = colon < 0 ? inner : inner.substring(0, colon);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a field without a name in '" + source + "'");
    }
    return new Field(name.strip(), colon < 0 ? "" : inner.substring(colon + 1));
  }

  private static void flush(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
