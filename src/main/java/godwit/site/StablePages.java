package godwit.site;

import godwit.config.PaginationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Cuts a list into a front and full pages that are numbered from the oldest article, so that a new
/// article at the front changes no page but the front (`pagination.stable`).
///
/// The front has the newest articles: at least as many as a page, or one more than
/// [PaginationSettings#orphans] if that is set, and fewer than a page more than that. With the
/// article that would be one too many, its oldest become the next full page.
///
/// The newest full page has to link to the one after it and may not change when that comes. So the
/// address of the page to come exists before: [Output.PageToComeOutput] leads from it to the front,
/// where its articles are until then.
final class StablePages {
  private StablePages() {}

  /// @param size how many articles a full page has, at least 1
  /// @return the front, then the full pages from the newest to the oldest
  static List<ListPage> paginate(
      Address list,
      List<Article> articles,
      int size,
      ListOrder order,
      PaginationSettings settings) {
    int count = articles.size();
    int least = settings.orphans() == 0 ? size : settings.orphans() + 1;
    int full = Math.max(0, count - least) / size;
    List<Address> addresses = new ArrayList<>(full + 1);
    for (int number = 1; full > 0 && number <= full + 1; number++) {
      addresses.add(PageAddress.ofStable(list, number, settings.rules()));
    }
    List<ListPage> pages = new ArrayList<>(full + 1);
    pages.add(
        new ListPage(
            full + 1,
            OptionalInt.of(full + 1),
            true,
            PageAddress.ofStableFront(list, settings.rules()),
            articles.subList(0, count - full * size),
            null,
            full == 0 ? null : addresses.get(full - 1),
            order));
    for (int number = full; number >= 1; number--) {
      int to = count - (number - 1) * size;
      pages.add(
          new ListPage(
              number,
              OptionalInt.empty(),
              false,
              addresses.get(number - 1),
              articles.subList(to - size, to),
              addresses.get(number),
              number == 1 ? null : addresses.get(number - 2),
              order));
    }
    return pages;
  }
}
