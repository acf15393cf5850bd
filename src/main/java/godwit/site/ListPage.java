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
/// @param isFront whether it is the page with the newest articles, at the list's own address
/// @param previous the page with newer articles, or null
/// @param next the page with older articles, or null
public record ListPage(
    int number,
    OptionalInt total,
    boolean isFront,
    Address address,
    List<Article> articles,
    @Nullable Address previous,
    @Nullable Address next) {

  /// Cuts a list into pages, the front first. An empty list has one empty page.
  ///
  /// @param list the address of the list by the settings
  /// @param kind see [PaginationSettings#sizes]
  static List<ListPage> paginate(
      Address list, List<Article> articles, String kind, PaginationSettings settings) {
    int size = settings.size(kind);
    return settings.stable() && size > 0
        ? StablePages.paginate(list, articles, size, settings)
        : paginate(list, articles, size, settings);
  }

  private static List<ListPage> paginate(
      Address list, List<Article> articles, int size, PaginationSettings settings) {
    int total =
        size == 0
            ? 1
            : Math.max(1, (Math.max(0, articles.size() - settings.orphans()) + size - 1) / size);
    List<Address> addresses = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) {
      addresses.add(PageAddress.of(list, number, total, settings.rules()));
    }
    List<ListPage> pages = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) {
      int from = (number - 1) * size;
      int to = number == total ? articles.size() : from + size;
      pages.add(
          new ListPage(
              number,
              OptionalInt.of(total),
              number == 1,
              addresses.get(number - 1),
              articles.subList(from, to),
              number == 1 ? null : addresses.get(number - 2),
              number == total ? null : addresses.get(number)));
    }
    return pages;
  }
}
