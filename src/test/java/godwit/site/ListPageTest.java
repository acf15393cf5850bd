package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigKey;
import godwit.config.Fallback;
import godwit.config.PaginationSettings;
import godwit.config.UrlPattern;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPageTest {
  private static final String DEFAULT =
      ((Fallback.Text) ConfigKey.PAGINATION_PATTERN.fallback()).value();
  private static final Address INDEX = Address.of(new OutputPath("index.html"));

  /// Which articles these are makes no difference here, only how many.
  private static List<Integer> sizes(int count, int size, int orphans) {
    List<Article> articles = Collections.nCopies(count, null);
    return ListPage.paginate(
            INDEX, articles, "index", ListOrder.NEWEST_FIRST, settings(size, orphans, DEFAULT))
        .stream()
        .map(page -> page.articles().size())
        .toList();
  }

  @Test
  void ofAListThatBeginsWithTheOldestTheNewerPageIsTheNext() {
    List<ListPage> pages =
        ListPage.paginate(
            INDEX,
            Collections.nCopies(5, null),
            "index",
            ListOrder.OLDEST_FIRST,
            settings(2, 0, DEFAULT));

    assertThat(pages).extracting(ListPage::number).containsExactly(1, 2, 3);
    assertThat(pages)
        .extracting(ListPage::newer)
        .containsExactly(pages.get(1).address(), pages.get(2).address(), null);
    assertThat(pages)
        .extracting(ListPage::older)
        .containsExactly(null, pages.get(0).address(), pages.get(1).address());
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
    "index.html,         page/2.html,             page/2.html",
    "'',                 page/2/,                 page/2/index.html",
    "blog/,              blog/page/2/,            blog/page/2/index.html",
    "tag/a.b/index.html, tag/a.b/page/2.html,     tag/a.b/page/2.html",
    "tag/x-1.html,       tag/x-1/page/2.html,     tag/x-1/page/2.html",
    "tag/x,              tag/x/page/2,            tag/x/page/2.html",
    "v1.0/list,          v1.0/list/page/2,        v1.0/list/page/2.html"
  })
  void givesEachListAFolderForItsFurtherPages(String first, String url, String file) {
    Address address = new Address(first, new OutputPath(first.endsWith(".html") ? first : "f"));

    assertThat(second(address, DEFAULT)).isEqualTo(new Address(url, new OutputPath(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "{name}{number}{extension},           index.html,         index2.html",
    "{name}{number}{extension},           tag/a.b/index.html, tag/a.b/index2.html",
    "{name}{number}{extension},           category/x.html,    category/x2.html",
    "{base_name}/page/{number}/,          tag/x/index.html,   tag/x/page/2/",
    "{base_name}/page/{number}/,          index.html,         page/2/",
    "{base_name}/page-{number}.html,      tag/x/index.html,   tag/x/page-2.html"
  })
  void takesPelicansPatterns(String pattern, String first, String url) {
    Address address = new Address("elsewhere/", new OutputPath(first));

    assertThat(second(address, pattern)).isEqualTo(new Address(url, OutputPath.ofFile(url)));
  }

  @Test
  void aPageIsCalledAsTheListIs() {
    Address plain = Address.of(new OutputPath("y/2020"));
    Address elsewhere = new Address("y/2020", new OutputPath("y/2020.html"));

    assertThat(second(plain, "{name}{number}{extension}"))
        .isEqualTo(Address.of(new OutputPath("y/20202")));
    assertThat(second(elsewhere, "{url}{number}"))
        .isEqualTo(new Address("y/20202", new OutputPath("y/20202.html")));
  }

  private static Address second(Address first, String pattern) {
    List<ListPage> pages =
        ListPage.paginate(
            first,
            Collections.nCopies(3, null),
            "index",
            ListOrder.NEWEST_FIRST,
            settings(1, 0, pattern));
    assertThat(pages.get(0).address()).isEqualTo(first);
    return pages.get(1).address();
  }

  private static PaginationSettings settings(int size, int orphans, String pattern) {
    return new PaginationSettings(
        size,
        orphans,
        Map.of(),
        List.of(new PaginationSettings.Rule(2, UrlPattern.parse(pattern), Optional.empty())),
        false,
        SourcePosition.ofFile("godwit.toml"));
  }

  @Test
  void knowsItsNeighbours() {
    List<ListPage> pages =
        ListPage.paginate(
            INDEX,
            Collections.nCopies(3, null),
            "index",
            ListOrder.NEWEST_FIRST,
            settings(1, 0, DEFAULT));

    assertThat(pages).extracting(ListPage::number).containsExactly(1, 2, 3);
    assertThat(pages).extracting(ListPage::total).containsOnly(OptionalInt.of(3));
    assertThat(pages.get(0).newer()).isNull();
    assertThat(pages.get(1).newer()).isEqualTo(INDEX);
    assertThat(pages.get(1).older()).isEqualTo(pages.get(2).address());
    assertThat(pages.get(2).older()).isNull();
  }
}
