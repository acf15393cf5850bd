package godwit.site;

import godwit.config.UrlPattern;
import godwit.output.OutputPath;

/// Where the pages of a list are, from the second on.
final class PageAddress {
  private PageAddress() {}

  /// Fills `pagination.pattern`. Its fields are, for a list that is read at `tag/x.html`, at
  /// `tag/x/` and at `index.html`:
  /// - `{list}`: `tag/x`, `tag/x` and nothing
  /// - `{end}`: `.html`, `/` and `.html`
  ///
  /// and as in Pelican's `PAGINATION_PATTERNS`, of the file, `{name}` without and `{extension}`
  /// with what is behind the last dot, and `{base_name}`, the directory. A slash in front is
  /// dropped, as in Pelican.
  ///
  /// @param first the address of the list's first page
  /// @throws IllegalArgumentException if that cannot be a file; the message says why
  static Address of(Address first, int number, UrlPattern pattern) {
    StringBuilder filled = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      filled.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field -> value(field.name(), first, number);
          });
    }
    String url = filled.charAt(0) == '/' ? filled.substring(1) : filled.toString();
    return new Address(url, OutputPath.ofFile(file(url)));
  }

  private static String value(String field, Address first, int number) {
    String url = first.url();
    String file = first.saveAs().value();
    return switch (field) {
      case "number" -> String.valueOf(number);
      case "list" -> list(url);
      case "end" -> url.isEmpty() || url.endsWith("/") ? "/" : url.substring(nameEnd(url));
      case "name" -> file.substring(0, nameEnd(file));
      case "base_name" -> file.substring(0, Math.max(0, file.lastIndexOf('/')));
      case "extension" -> file.substring(nameEnd(file));
      default -> throw new IllegalArgumentException("'{" + field + "}' is no field of a page");
    };
  }

  private static String list(String url) {
    String name = url.substring(0, nameEnd(url));
    boolean isIndex = name.equals("index") || name.endsWith("/index");
    String list = isIndex ? name.substring(0, name.length() - "index".length()) : name;
    return list.endsWith("/") ? list.substring(0, list.length() - 1) : list;
  }

  /// As for the patterns of `[urls]`.
  private static String file(String url) {
    return url.endsWith("/") || nameEnd(url) < url.length() ? url : url + ".html";
  }

  /// Where the last part's extension begins, or the end if it has none.
  private static int nameEnd(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? dot : path.length();
  }
}
