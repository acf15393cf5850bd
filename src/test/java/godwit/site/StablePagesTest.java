package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import godwit.config.ConfigKey;
import godwit.config.Fallback;
import godwit.config.PaginationSettings;
import godwit.config.PaginationSettings.Rule;
import godwit.config.UrlPattern;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Holds `pagination.stable` to its promise, for every number of articles.
class StablePagesTest {
  private static final int MOST = 80;
  private static final Address INDEX = Address.of(new OutputPath("index.html"));
  private static final List<Rule> USUAL =
      List.of(rule(2, ((Fallback.Text) ConfigKey.PAGINATION_PATTERN.fallback()).value()));

  /// The newest last.
  private static final List<Article> OLDEST_FIRST = articles();

  @Test
  void aNewArticleChangesTheFrontAndMakesAtMostOnePageOutOfIt() {
    everywhere(
        (size, orphans) -> {
          for (int count = 0; count < MOST; count++) {
            Map<String, ListPage> before = byFile(pages(count, size, orphans));
            Map<String, ListPage> after = byFile(pages(count + 1, size, orphans));
            List<String> changed =
                after.keySet().stream()
                    .filter(file -> !after.get(file).equals(before.get(file)))
                    .toList();
            String as = "%d articles, %d a page, %d orphans".formatted(count, size, orphans);
            List<String> expected = new ArrayList<>(List.of("index.html"));
            if (after.size() > before.size()) {
              expected.add("page/" + before.size() + ".html");
            }
            assertThat(changed).as(as).containsExactlyElementsOf(expected);
            assertThat(after.size() - before.size()).as(as).isBetween(0, 1);
          }
        });
  }

  @Test
  void everyArticleIsOnOnePageAndEachPageIsReachedFromTheFront() {
    everywhere(
        (size, orphans) -> {
          for (int count = 0; count <= MOST; count++) {
            List<ListPage> pages = pages(count, size, orphans);
            Map<OutputPath, ListPage> byAddress = new TreeMap<>();
            pages.forEach(page -> byAddress.put(page.address().saveAs(), page));
            List<Article> met = new ArrayList<>();
            Set<ListPage> seen = new HashSet<>();
            ListPage page = pages.getFirst();
            while (page != null && seen.add(page)) {
              met.addAll(page.articles());
              page = page.older() == null ? null : byAddress.get(page.older().saveAs());
            }
            assertThat(met)
                .as("%d articles, %d a page, %d orphans", count, size, orphans)
                .containsExactlyElementsOf(OLDEST_FIRST.subList(0, count).reversed());
            assertThat(seen).hasSameSizeAs(pages);
          }
        });
  }

  @Test
  void everyPageLinksToTheNewerOneThatLinksToIt() {
    List<ListPage> pages = pages(57, 10, 0);

    assertThat(pages).extracting(ListPage::number).containsExactly(5, 4, 3, 2, 1);
    assertThat(pages)
        .extracting(ListPage::isFront)
        .containsExactly(true, false, false, false, false);
    assertThat(pages.getFirst().newer()).isNull();
    assertThat(pages.getFirst().total()).hasValue(5);
    assertThat(pages.get(1).newer()).isEqualTo(Address.of(new OutputPath("page/5.html")));
    for (int i = 1; i < pages.size(); i++) {
      assertThat(pages.get(i - 1).older()).isEqualTo(pages.get(i).address());
      assertThat(pages.get(i).total()).isEmpty();
      if (i > 1) {
        assertThat(pages.get(i).newer()).isEqualTo(pages.get(i - 1).address());
      }
    }
    assertThat(pages.getLast().older()).isNull();
  }

  @Test
  void noPageIsShort() {
    everywhere(
        (size, orphans) -> {
          for (int count = 0; count <= MOST; count++) {
            List<ListPage> pages = pages(count, size, orphans);
            String as = "%d articles, %d a page, %d orphans".formatted(count, size, orphans);
            int least = Math.min(count, orphans == 0 ? size : orphans + 1);
            int inFront = pages.getFirst().articles().size();
            assertThat(inFront).as(as).isBetween(least, Math.max(least, least + size - 1));
            assertThat(pages.subList(1, pages.size()))
                .as(as)
                .allSatisfy(page -> assertThat(page.articles()).hasSize(size));
          }
        });
  }

  @Test
  void takesRulesForTheFrontForThePagesBehindItAndForTheOldest() {
    List<Rule> rules =
        List.of(
            rule(1, "blog/"),
            rule(2, "blog/{number}/"),
            rule(4, "far/{number}/"),
            rule(-1, "first/"));

    assertThat(addresses(rules, 10))
        .containsExactly("blog/", "far/4/", "blog/3/", "blog/2/", "first/");
    assertThat(addresses(rules, 1)).containsExactly("blog/");
  }

  @Test
  void theFrontStaysWhereItIsThoughARuleWouldGiveItANumber() {
    List<Rule> rules = List.of(rule(1, "p/{number}/"));

    assertThat(addresses(rules, 5)).containsExactly("index.html", "p/1/");
    assertThat(addresses(rules, 7)).containsExactly("index.html", "p/2/", "p/1/");
  }

  private static List<String> addresses(List<Rule> rules, int count) {
    return ListPage.paginate(
            INDEX,
            OLDEST_FIRST.subList(0, count).reversed(),
            "index",
            ListOrder.NEWEST_FIRST,
            new PaginationSettings(
                2, 0, Map.of(), rules, true, SourcePosition.ofFile("godwit.toml")))
        .stream()
        .map(page -> page.address().url())
        .toList();
  }

  private static void everywhere(BiConsumer<Integer, Integer> check) {
    for (int size = 1; size <= 12; size++) {
      for (int orphans = 0; orphans <= 14; orphans++) {
        check.accept(size, orphans);
      }
    }
  }

  private static List<ListPage> pages(int count, int size, int orphans) {
    return ListPage.paginate(
        INDEX,
        OLDEST_FIRST.subList(0, count).reversed(),
        "index",
        ListOrder.NEWEST_FIRST,
        new PaginationSettings(
            size, orphans, Map.of(), USUAL, true, SourcePosition.ofFile("godwit.toml")));
  }

  private static Map<String, ListPage> byFile(List<ListPage> pages) {
    Map<String, ListPage> byFile = new TreeMap<>();
    pages.forEach(page -> assertThat(byFile.put(page.address().saveAs().value(), page)).isNull());
    return byFile;
  }

  private static Rule rule(int from, String url) {
    return new Rule(from, UrlPattern.parse(url), Optional.empty());
  }

  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i <= MOST; i++) {
      articles.add(Articles.article("a" + i));
    }
    return List.copyOf(articles);
  }
}
