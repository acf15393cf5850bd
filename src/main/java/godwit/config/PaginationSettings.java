package godwit.config;

import godwit.diagnostic.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How lists of articles are cut into pages (`[pagination]`).
///
/// @param size how many articles a list page holds; 0 for all on one page
/// @param orphans the last page joins the one before it if it would hold this many articles or
///   fewer
/// @param sizes the same as `size` for one kind of list: `index`, `category`, `tag`, `author`,
///   `archives` or `period-archives`
/// @param rules the addresses of its pages
/// @param stable whether pages are counted from the oldest article, so that full ones never change
/// @param position of what says so
public record PaginationSettings(
    int size,
    int orphans,
    Map<String, Integer> sizes,
    List<Rule> rules,
    boolean stable,
    SourcePosition position) {
  /// Lists that have one page unless they have a size of their own, as in Pelican: what is sought
  /// in them is sought by eye.
  private static final Set<String> ON_ONE_PAGE = Set.of("archives", "period-archives");

  public PaginationSettings {
    sizes = Map.copyOf(sizes);
    rules = List.copyOf(rules);
  }

  /// The addresses of pages from a number on, until another rule begins.
  ///
  /// @param from counted from 1; −1 is for the last page alone
  /// @param saveAs empty where it follows from the URL
  public record Rule(int from, UrlPattern url, Optional<UrlPattern> saveAs) {}

  /// How many articles a page of a list of that kind holds; 0 for all on one page.
  public int size(String kind) {
    return hasPages(kind) ? sizes.getOrDefault(kind, size) : 0;
  }

  /// The addresses of the pages of a list of that kind; none where it has one page, at the list's
  /// own address. (As in Pelican a list has pages, and its first the address of a page, also where
  /// all articles are on one because `size` is 0.)
  public List<Rule> rules(String kind) {
    return hasPages(kind) ? rules : List.of();
  }

  private boolean hasPages(String kind) {
    return sizes.getOrDefault(kind, ON_ONE_PAGE.contains(kind) ? 0 : 1) > 0;
  }
}
