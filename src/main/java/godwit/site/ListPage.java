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
/// @param previous the page before it in the list, or null
/// @param next the page behind it, or null
/// @param order of the whole list
public record ListPage(
    int number,
    OptionalInt total,
    boolean isFront,
    Address address,
    List<Article> articles,
    @Nullable Address previous,
    @Nullable Address next,
    ListOrder order) {

  /// Cuts a list into pages, the front first. An empty list has one empty page.
  ///
  /// @param list the address of the list by the settings
  /// @param kind see [PaginationSettings#sizes]
  /// @param order with [ListOrder#OLDEST_FIRST] a new article is behind all others, and the pages
  ///   before it stay as they are however they are counted
  static List<ListPage> paginate(
      Address list,
      List<Article> articles,
      String kind,
      ListOrder order,
      PaginationSettings settings) {
    int size = settings.size(kind);
    if (settings.stable() && size > 0 && order != ListOrder.OLDEST_FIRST) {
      return StablePages.paginate(list, articles, size, order, settings);
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
      pages.add(
          new ListPage(
              number,
              settings.stable() && number < total ? OptionalInt.empty() : OptionalInt.of(total),
              number == 1,
              addresses.get(number - 1),
              articles.subList(from, to),
              number == 1 ? null : addresses.get(number - 2),
              number == total ? null : addresses.get(number),
              order));
    }
    return pages;
  }

  /// The page with newer articles; null if there is none, or the list does not go by date.
  public @Nullable Address newer() {
    return order.newer(previous, next);
  }

  /// The page with older articles; null if there is none, or the list does not go by date.
  public @Nullable Address older() {
    return order.older(previous, next);
  }
}
