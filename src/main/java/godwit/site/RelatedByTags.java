package godwit.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the articles that share the most and the rarest tags with one.
///
/// Two articles score 1 ÷ ⌈log₂ n⌉ for each tag that both have, where n articles have it: the
/// rarer, the more (the index of Adamic and Adar, "Friends and neighbors on the Web", 2003). By
/// whole powers of two, a further article with a tag seldom changes what the tag is worth; and the
/// number of all articles does not count. So a new article changes the related ones of hardly any
/// but those that it is related to.
///
/// Of a tag that more than [#MOST] articles have, only those count that are nearest by date, half
/// of them newer and half older. That bounds the work for an article, however many there are.
///
/// One instance serves one thread.
final class RelatedByTags {
  /// How many articles of one tag are looked at for another.
  static final int MOST = 200;

  /// A multiple of all numbers up to 16, so that scores are exact.
  private static final long ONE = 720_720;

  private final List<Article> articles;
  private final Comparator<Entry> order;
  private final Map<Term, int[]> positions;
  private final long[] scores;
  private final int[] touched;

  /// @param articles that may be related to others, in their order, the newest first
  RelatedByTags(List<Article> articles, Comparator<Entry> order) {
    this.articles = articles;
    this.order = order;
    this.positions = positions(articles);
    this.scores = new long[articles.size()];
    this.touched = new int[articles.size()];
  }

  private static Map<Term, int[]> positions(List<Article> articles) {
    Map<Term, List<Integer>> lists = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      for (Term tag : articles.get(i).tags()) {
        lists.computeIfAbsent(tag, _ -> new ArrayList<>()).add(i);
      }
    }
    Map<Term, int[]> positions = new HashMap<>(lists.size() * 2);
    lists.forEach(
        (tag, list) -> positions.put(tag, list.stream().mapToInt(Integer::intValue).toArray()));
    return positions;
  }

  /// @param most how many at most
  /// @return the highest score first; of one score, in the articles' order
  List<Article> of(Article subject, int most) {
    int found = Collections.binarySearch(articles, subject, order);
    int self = found >= 0 && articles.get(found).equals(subject) ? found : -1;
    int place = found >= 0 ? found : -found - 1;
    int count = 0;
    for (Term tag : subject.tags()) {
      int[] having = positions.get(tag);
      if (having != null) {
        count = score(having, place, self, count);
      }
    }
    return best(count, most);
  }

  private int score(int[] having, int place, int self, int touchedBefore) {
    long worth = ONE / Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(having.length - 1));
    int from = 0;
    int to = having.length;
    if (having.length > MOST) {
      int at = Arrays.binarySearch(having, place);
      int middle = at >= 0 ? at : -at - 1;
      from = Math.clamp(middle - MOST / 2, 0, having.length - MOST);
      to = from + MOST;
    }
    int count = touchedBefore;
    for (int i = from; i < to; i++) {
      int other = having[i];
      if (other != self) {
        if (scores[other] == 0) {
          touched[count++] = other;
        }
        scores[other] += worth;
      }
    }
    return count;
  }

  /// Takes the best of those that were touched, and forgets all scores.
  private List<Article> best(int count, int most) {
    int[] best = new int[Math.min(most, count)];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int other = touched[i];
      int at = size;
      while (at > 0 && isBetter(other, best[at - 1])) {
        at--;
      }
      if (at < best.length) {
        size = Math.min(size + 1, best.length);
        System.arraycopy(best, at, best, at + 1, size - at - 1);
        best[at] = other;
      }
    }
    for (int i = 0; i < count; i++) {
      scores[touched[i]] = 0;
    }
    return Arrays.stream(best).mapToObj(articles::get).toList();
  }

  private boolean isBetter(int one, int other) {
    return scores[one] == scores[other] ? one < other : scores[one] > scores[other];
  }
}
