package godwit.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelatedByTagsTest {
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(
              (Entry entry) -> (ZonedDateTime) Objects.requireNonNull(entry.frontMatter().date()))
          .reversed()
          .thenComparing(entry -> entry.document().source().path());

  private static List<String> related(List<Article> articles, String slug, int most) {
    List<Article> sorted = articles.stream().sorted(NEWEST_FIRST).toList();
    Article subject =
        sorted.stream().filter(article -> article.slug().equals(slug)).findFirst().orElseThrow();
    return new RelatedByTags(sorted, NEWEST_FIRST)
        .of(subject, most).stream().map(Article::slug).toList();
  }

  @Test
  void aRareTagCountsMoreThanACommonOne() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      articles.add(Articles.article("common" + i, 100 + i, List.of("birds")));
    }
    articles.add(Articles.article("it", 10, List.of("birds", "texel", "mud")));
    articles.add(Articles.article("rare", 1, List.of("texel")));
    articles.add(Articles.article("both", 2, List.of("texel", "birds")));
    articles.add(Articles.article("none", 3, List.of("sand")));

    assertThat(related(articles, "it", 4)).containsExactly("both", "rare", "common19", "common18");
  }

  @Test
  void ofOneScoreTheNewestComesFirstThenTheFirstByPath() {
    List<Article> articles =
        List.of(
            Articles.article("it", 5, List.of("t")),
            Articles.article("b", 7, List.of("t")),
            Articles.article("a", 7, List.of("t")),
            Articles.article("new", 9, List.of("t")),
            Articles.article("old", 1, List.of("t")));

    assertThat(related(articles, "it", 9)).containsExactly("new", "a", "b", "old");
    assertThat(related(articles.reversed(), "it", 9)).containsExactly("new", "a", "b", "old");
    assertThat(related(articles, "it", 2)).containsExactly("new", "a");
  }

  @Test
  void nothingIsRelatedToWhatSharesNoTag() {
    List<Article> articles =
        List.of(
            Articles.article("it", 1, List.of("lonely")),
            Articles.article("a", 2, List.of("t")),
            Articles.article("untagged", 3, List.of()));

    assertThat(related(articles, "it", 5)).isEmpty();
    assertThat(related(articles, "untagged", 5)).isEmpty();
  }

  /// Each score by itself, as the manual says it.
  @Test
  void findsWhatComparingAllPairsFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      List<Article> articles = some(random, 60, 12);
      Map<String, Integer> counts = new HashMap<>();
      articles.forEach(a -> a.tags().forEach(tag -> counts.merge(tag.name(), 1, Integer::sum)));
      for (Article subject : articles) {
        Map<Article, Double> scores = new HashMap<>();
        for (Article other : articles) {
          double score = 0;
          for (Term tag : subject.tags()) {
            if (!other.equals(subject) && other.tags().contains(tag)) {
              score += 1 / Math.ceil(Math.log(counts.get(tag.name())) / Math.log(2) - 1e-9);
            }
          }
          if (score > 0) {
            scores.put(other, (double) Math.round(score * 1e9));
          }
        }
        List<String> expected =
            scores.keySet().stream()
                .sorted(
                    Comparator.comparing((Article a) -> scores.get(a))
                        .reversed()
                        .thenComparing(NEWEST_FIRST))
                .limit(5)
                .map(Article::slug)
                .toList();
        assertThat(related(articles, subject.slug(), 5)).isEqualTo(expected);
      }
    }
  }

  /// The promise of the manual: whoever shares no tag with a new article stays as it is.
  @Test
  void aNewArticleChangesOnlyThoseThatShareATagWithIt() {
    Random random = new Random(11);
    for (int round = 0; round < 30; round++) {
      List<Article> before = some(random, 80, 25);
      Article added = Articles.article("added", 200, List.of("t1", "t2"));
      List<Article> after = new ArrayList<>(before);
      after.add(added);
      for (Article article : before) {
        Set<Term> shared = new HashSet<>(article.tags());
        shared.retainAll(added.tags());
        if (shared.isEmpty()) {
          assertThat(related(after, article.slug(), 5))
              .isEqualTo(related(before, article.slug(), 5));
        }
      }
    }
  }

  /// Counted in looks, not in seconds: half of all articles have one tag.
  @Test
  void aTagThatHalfOfAllHaveCountsAmongTheNearestByDate() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      articles.add(
          Articles.article("a%04d".formatted(i), i, List.of(i % 2 == 0 ? "half" : "other")));
    }

    List<String> middle = related(articles, "a2000", 4000);
    assertThat(middle).hasSizeBetween(RelatedByTags.MOST - 1, RelatedByTags.MOST);
    assertThat(middle.getFirst()).isEqualTo("a2200");
    assertThat(middle.getLast()).isEqualTo("a1802");
    assertThat(related(articles, "a3998", 4000)).endsWith("a3600").hasSize(RelatedByTags.MOST - 1);
    assertThat(related(articles, "a0000", 4000)).startsWith("a0398");
  }

  private static List<Article> some(Random random, int count, int tags) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<String> own = new HashSet<>();
      for (int j = random.nextInt(5); j > 0; j--) {
        own.add("t" + (int) (tags * random.nextDouble() * random.nextDouble()));
      }
      articles.add(Articles.article("a" + i, random.nextInt(40), own.stream().sorted().toList()));
    }
    return articles;
  }
}
