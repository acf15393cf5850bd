package godwit.site;

import godwit.config.PaginationSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list of articles.
///
/// @param number counted from 1
/// @param total how many pages the list has
/// @param previous the page with newer articles, or null
/// @param next the page with older articles, or null
public record ListPage(
    int number,
    int total,
    Address address,
    List<Article> articles,
    @Nullable Address previous,
    @Nullable Address next) {

  /// Cuts a list into pages. An empty list has one empty page.
  ///
  /// @param list the address of the list by the settings
  /// @param kind see [PaginationSettings#sizes]
  static List<ListPage> paginate(
      Address list, List<Article> articles, String kind, PaginationSettings settings) {
    int size = settings.size(kind);
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
              total,
              addresses.get(number - 1),
              articles.subList(from, to),
              number == 1 ? null : addresses.get(number - 2),
              number == total ? null : addresses.get(number)));
    }
    return pages;
  }
}
