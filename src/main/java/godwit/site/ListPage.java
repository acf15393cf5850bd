package godwit.site;

import godwit.output.OutputPath;
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
  /// @param size articles a page; 0 for all on one
  /// @param orphans the last page joins the one before it if it would hold this many or fewer
  static List<ListPage> paginate(Address first, List<Article> articles, int size, int orphans) {
    int total =
        size == 0 ? 1 : Math.max(1, (Math.max(0, articles.size() - orphans) + size - 1) / size);
    List<Address> addresses = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) {
      addresses.add(address(first, number));
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

  /// `index.html`, `index2.html`, `index3.html`: Pelican's default PAGINATION_PATTERNS.
  private static Address address(Address first, int number) {
    if (number == 1) {
      return first;
    }
    String saveAs = first.saveAs().value();
    int dot = saveAs.lastIndexOf('.');
    int nameEnd = dot > saveAs.lastIndexOf('/') ? dot : saveAs.length();
    return Address.of(
        new OutputPath(saveAs.substring(0, nameEnd) + number + saveAs.substring(nameEnd)));
  }
}
