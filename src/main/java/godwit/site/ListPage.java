package godwit.site;

import godwit.config.PaginationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One page of a list of articles.
///
/// @param number counted from 1, where the front is; with `pagination.stable` from the oldest
/// @param total how many pages the list has; empty where the page has to stay as it is when there
///   are more
/// @param isFront whether it is the first that is read, at the list's own address
/// @param newer the page with newer articles, or null
/// @param older the page with older articles, or null
public record ListPage(
    int number,
    OptionalInt total,
    boolean isFront,
    Address address,
    List<Article> articles,
    @Nullable Address newer,
    @Nullable Address older) {

  /// Cuts a list into pages, the front first. An empty list has one empty page.
  ///
  /// @param list the address of the list by the settings
  /// @param kind see [PaginationSettings#sizes]
  /// @param isOldestFirst whether the articles are in the order of their dates: then a new one is
  ///   behind all others, and the pages before it stay as they are however they are counted
  static List<ListPage> paginate(
      Address list,
      List<Article> articles,
      String kind,
      boolean isOldestFirst,
      PaginationSettings settings) {
    int size = settings.size(kind);
    if (settings.stable() && size > 0 && !isOldestFirst) {
      return StablePages.paginate(list, articles, size, settings);
    }
    int total =
        size == 0
            ? 1
            : Math.max(1, (Math.max(0, articles.size() - settings.orphans()) + size - 1) / size);
    List<Address> addresses = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) {
      addresses.add(PageAddress.of(list, number, total, settings.rules(kind)));
    }
    List<ListPage> pages = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) {
      int from = (number - 1) * size;
      int to = number == total ? articles.size() : from + size;
      Address before = number == 1 ? null : addresses.get(number - 2);
      Address behind = number == total ? null : addresses.get(number);
      pages.add(
          new ListPage(
              number,
              settings.stable() && number < total ? OptionalInt.empty() : OptionalInt.of(total),
              number == 1,
              addresses.get(number - 1),
              articles.subList(from, to),
              isOldestFirst ? behind : before,
              isOldestFirst ? before : behind));
    }
    return pages;
  }
}
