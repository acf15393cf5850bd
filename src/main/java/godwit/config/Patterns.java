package godwit.config;

import godwit.config.UrlPattern.Field;
import godwit.config.UrlPattern.Literal;
import godwit.config.UrlPattern.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the patterns of addresses, and refuses those that can lead nowhere.
final class Patterns {
  /// What a pattern is for, which decides what its fields may be.
  enum Use {
    /// Articles and pages: any of their metadata.
    ITEM,
    /// Categories, tags and authors.
    TERM,
    /// Series of articles, which may be in several languages.
    SERIES,
    /// The pages of a list.
    LIST_PAGE,
    /// What there is for each language.
    LANGUAGE,
    /// Archives of a year, a month or a day.
    PERIOD,
    /// Static files: metadata of their paths, but no dates.
    FILE,
    /// Things there is one of.
    SINGLE
  }

  private static final Map<Use, List<String>> FIELDS =
      Map.of(
          Use.TERM, List.of("slug", "name"),
          Use.SERIES, List.of("slug", "name", "lang"),
          Use.LIST_PAGE,
              List.of("list", "end", "number", "name", "base_name", "extension", "url", "save_as"),
          Use.LANGUAGE, List.of("lang"),
          Use.PERIOD, List.of("date"));
  private static final List<String> DATE_FIELDS = List.of("date", "modified");
  private static final String BRACES = "a field is {slug}; a brace itself is {{ or }}";

  private Patterns() {}

  /// A pattern for a URL or a file; an empty one passes.
  static UrlPattern read(String source, Use use) throws BadValueException {
    UrlPattern pattern;
    try {
      pattern = UrlPattern.parse(source);
    } catch (IllegalArgumentException e) {
      throw new BadValueException(String.valueOf(e.getMessage()), BRACES);
    }
    StringBuilder path = new StringBuilder();
    boolean hasField = false;
    for (Part part : pattern.parts()) {
      // A switch over the parts would cost some milliseconds of every start.
      if (part instanceof Literal(String text)) {
        path.append(text);
      } else if (part instanceof Field field) {
        checkField(field, use);
        hasField = true;
        path.append(field.format().isEmpty() ? "x" : field.format());
      }
    }
    checkPath(path.toString());
    String needed = needed(use);
    boolean tellsApart =
        use == Use.SERIES ? pattern.hasField("slug") || pattern.hasField("name") : hasField;
    if (needed != null && !tellsApart && !source.isEmpty()) {
      throw new BadValueException(
          "'" + source + "' is the same for all of them", "put " + needed + " into it");
    }
    return pattern;
  }

  /// A field that tells one from the other.
  private static @Nullable String needed(Use use) {
    return switch (use) {
      case TERM, SERIES -> "{slug}";
      case LANGUAGE -> "{lang}";
      case PERIOD -> "{date:%Y}";
      // A site may have one article, or one page; where two are in one place, that is told.
      case ITEM, LIST_PAGE, SINGLE -> null;
      case FILE -> "{path}";
    };
  }

  private static void checkField(Field field, Use use) throws BadValueException {
    String shown = "'{" + field.name() + "}'";
    if (use == Use.SINGLE) {
      throw new BadValueException(
          "no field can be used here, found " + shown, "there is only one of it");
    }
    List<String> known = FIELDS.get(use);
    if (known != null && !known.contains(field.name())) {
      throw new BadValueException("unknown field " + shown, hint(known));
    }
    if (!isName(field.name())) {
      throw new BadValueException(
          shown + " is not the name of a field",
          "names are like slug or my_field, in small letters");
    }
    if (use == Use.FILE && DATE_FIELDS.contains(field.name())) {
      throw new BadValueException("files have no " + shown, hint(List.of("path", "path_no_ext")));
    }
    if (field.format().isEmpty()) {
      return;
    }
    if (!DATE_FIELDS.contains(field.name())) {
      throw new BadValueException(
          shown + " cannot have a format, only {date} and {modified} can", null);
    }
    Optional<String> unknown = Strftime.firstUnknownCode(field.format());
    if (unknown.isPresent()) {
      throw new BadValueException(
          "unknown date code '" + unknown.get() + "' in " + shown,
          "common codes are %Y, %m, %d, %b and %B");
    }
  }

  private static String hint(List<String> fields) {
    return fields.size() == 1
        ? "the field here is {" + fields.getFirst() + "}"
        : "the fields here are {"
            + String.join("}, {", fields.subList(0, fields.size() - 1))
            + "} and {"
            + fields.getLast()
            + "}";
  }

  /// Metadata names are lower case.
  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((!Character.isLetterOrDigit(c) && c != '_' && c != '-') || Character.isUpperCase(c)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static void checkPath(String path) throws BadValueException {
    Characters.checkLine(path);
    if (path.startsWith("/")) {
      throw new BadValueException(
          "must not begin with '/'", "it is relative to the address of the site");
    }
    @Nullable String refused = refused(path);
    if (refused != null) {
      throw new BadValueException("must not hold " + refused, null);
    }
    int start = 0;
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
      checkPart(path.substring(start, end));
      start = end + 1;
    }
    if (start < path.length()) {
      checkPart(path.substring(start));
    }
  }

  private static @Nullable String refused(String path) {
    for (String character : List.of("\\", "?", "#")) {
      if (path.contains(character)) {
        return "'" + character + "'";
      }
    }
    return null;
  }

  private static void checkPart(String part) throws BadValueException {
    if (part.isEmpty()) {
      throw new BadValueException("must not hold '//'", null);
    }
    if (part.equals(".") || part.equals("..")) {
      throw new BadValueException("must not hold '" + part + "' between slashes", null);
    }
  }

  /// The file for a URL: `a/` is `a/index.html`, `a` is `a.html`, and `a.htm` is itself.
  static UrlPattern saveAs(UrlPattern url) {
    String source = url.source();
    if (source.isEmpty() || hasExtension(url)) {
      return url;
    }
    return UrlPattern.parse(source + (source.endsWith("/") ? "index.html" : ".html"));
  }

  /// Whether there is a dot after the last slash, dots within fields not counted.
  private static boolean hasExtension(UrlPattern url) {
    for (int i = url.parts().size() - 1; i >= 0; i--) {
      if (url.parts().get(i) instanceof Literal(String text)) {
        int dot = text.lastIndexOf('.');
        int slash = text.lastIndexOf('/');
        if (dot >= 0 || slash >= 0) {
          return dot > slash;
        }
      }
    }
    return false;
  }
}
