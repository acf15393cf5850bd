package godwit.site;

import godwit.config.PaginationSettings.Rule;
import godwit.config.UrlPattern;
import godwit.output.OutputPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the pages of a list are.
final class PageAddress {
  private static final int LAST_PAGE = -1;

  private PageAddress() {}

  /// Fills the pattern of the last rule that begins at the page's number or before it; a rule for
  /// the last page comes before those behind it. Without a rule it is the list's own address.
  ///
  /// The fields are, for a list that is read at `tag/x.html`, at `tag/x/` and at `index.html`:
  /// - `{list}`: `tag/x`, `tag/x` and nothing
  /// - `{end}`: `.html`, `/` and `.html`
  ///
  /// and as in Pelican's `PAGINATION_PATTERNS` `{url}` and `{save_as}`, the list's own; of the file
  /// `{name}` without and `{extension}` with what is behind the last dot, and `{base_name}`, which
  /// is `{name}`, or the folder of an `index.html`. A slash in front is dropped, as in Pelican.
  ///
  /// @param list the address of the list
  /// @param total how many pages it has
  /// @throws IllegalArgumentException if that cannot be a file; the message says why
  static Address of(Address list, int number, int total, List<Rule> rules) {
    return by(rule(number, number == total, rules), list, number);
  }

  /// As [#of], for a page that is counted from the oldest. All of them are pages behind the front,
  /// so the rules from page 2 on hold; the last page is the one with the number 1.
  static Address ofStable(Address list, int number, List<Rule> rules) {
    return by(rule(Math.max(2, number), number == 1, rules), list, number);
  }

  /// As [#of], for the front of such pages, whose number grows while its address stays.
  static Address ofStableFront(Address list, List<Rule> rules) {
    Rule rule = rule(1, false, rules);
    boolean isNumbered =
        rule != null
            && (rule.url().hasField("number")
                || rule.saveAs().filter(file -> file.hasField("number")).isPresent());
    return isNumbered ? list : by(rule, list, 1);
  }

  private static @Nullable Rule rule(int number, boolean isLast, List<Rule> rules) {
    @Nullable Rule rule = null;
    for (Rule candidate : rules) {
      if (candidate.from() == LAST_PAGE && isLast) {
        return candidate;
      }
      if (candidate.from() != LAST_PAGE && candidate.from() <= number) {
        rule = candidate;
      }
    }
    return rule;
  }

  private static Address by(@Nullable Rule rule, Address list, int number) {
    if (rule == null) {
      return list;
    }
    String url = fill(rule.url(), list, number);
    String file =
        rule.saveAs().isPresent() ? fill(rule.saveAs().get(), list, number) : fileOf(url, list);
    return new Address(url, OutputPath.ofFile(file));
  }

  /// As for the patterns of `[urls]`, unless the list's own file has its address as its name.
  private static String fileOf(String url, Address list) {
    boolean isName =
        url.endsWith("/")
            || nameEnd(url) < url.length()
            || list.url().equals(list.saveAs().value());
    return isName ? url : url + ".html";
  }

  private static String fill(UrlPattern pattern, Address list, int number) {
    StringBuilder filled = new StringBuilder();
    for (UrlPattern.Part part : pattern.parts()) {
      filled.append(
          switch (part) {
            case UrlPattern.Literal literal -> literal.text();
            case UrlPattern.Field field -> value(field.name(), list, number);
          });
    }
    return filled.isEmpty() || filled.charAt(0) != '/' ? filled.toString() : filled.substring(1);
  }

  private static String value(String field, Address first, int number) {
    String url = first.url();
    String file = first.saveAs().value();
    return switch (field) {
      case "number" -> String.valueOf(number);
      case "list" -> list(url);
      case "end" -> url.isEmpty() || url.endsWith("/") ? "/" : url.substring(nameEnd(url));
      case "name" -> file.substring(0, nameEnd(file));
      case "base_name" -> baseName(file);
      case "url" -> url;
      case "save_as" -> file;
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

  private static String baseName(String file) {
    int slash = file.lastIndexOf('/');
    String name = file.substring(slash + 1);
    return name.equals("index.html") || name.equals("index.htm")
        ? file.substring(0, Math.max(0, slash))
        : file.substring(0, nameEnd(file));
  }

  /// Where the last part's extension begins, or the end if it has none.
  private static int nameEnd(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? dot : path.length();
  }
}
