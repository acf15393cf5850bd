package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.output.OutputPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPageTest {
  private static final Address INDEX = Address.of(new OutputPath("index.html"));

  /// Which articles these are makes no difference here, only how many.
  private static List<Integer> sizes(int count, int size, int orphans) {
    List<Article> articles = Collections.nCopies(count, null);
    return ListPage.paginate(INDEX, articles, size, orphans).stream()
        .map(page -> page.articles().size())
        .toList();
  }

  @Test
  void cutsAsPelicansPaginatorDoes() {
    for (int count = 0; count <= 60; count++) {
      for (int size = 1; size <= 12; size++) {
        for (int orphans = 0; orphans <= 7; orphans++) {
          assertThat(sizes(count, size, orphans))
              .as("%d articles, %d a page, %d orphans", count, size, orphans)
              .isEqualTo(pelicans(count, size, orphans));
        }
      }
    }
  }

  /// `Paginator.num_pages` and `Paginator.page` of Pelican's `paginator.py`.
  private static List<Integer> pelicans(int count, int size, int orphans) {
    List<Integer> sizes = new ArrayList<>();
    int pages = Math.ceilDiv(Math.max(1, count - orphans), size);
    for (int number = 1; number <= pages; number++) {
      int bottom = (number - 1) * size;
      int top = bottom + size + orphans >= count ? count : bottom + size;
      sizes.add(top - bottom);
    }
    return sizes;
  }

  @Test
  void hasOnePageForAllWhereNoSizeIsGiven() {
    assertThat(sizes(1000, 0, 0)).containsExactly(1000);
    assertThat(sizes(0, 0, 3)).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "index.html,        index2.html",
    "tag/a.b/index.html, tag/a.b/index2.html",
    "category/x,        category/x2",
    "v1.0/list,         v1.0/list2"
  })
  void numbersTheFiles(String first, String second) {
    Address address = new Address("elsewhere/", new OutputPath(first));

    List<ListPage> pages = ListPage.paginate(address, Collections.nCopies(3, null), 1, 0);

    assertThat(pages.get(0).address()).isEqualTo(address);
    assertThat(pages.get(1).address()).isEqualTo(Address.of(new OutputPath(second)));
  }

  @Test
  void knowsItsNeighbours() {
    List<ListPage> pages = ListPage.paginate(INDEX, Collections.nCopies(3, null), 1, 0);

    assertThat(pages).extracting(ListPage::number).containsExactly(1, 2, 3);
    assertThat(pages).extracting(ListPage::total).containsOnly(3);
    assertThat(pages.get(0).previous()).isNull();
    assertThat(pages.get(1).previous()).isEqualTo(INDEX);
    assertThat(pages.get(1).next()).isEqualTo(pages.get(2).address());
    assertThat(pages.get(2).next()).isNull();
  }
}
