package godwit.site;

import java.util.Comparator;
import java.util.List;

/// A term and the listed articles that have it, newest first.
///
/// @param weight how common it is among the terms of its taxonomy, from 1; see [TermWeights]
public record TermArticles(Term term, List<Article> articles, int weight) {
  /// The order of terms, unless the settings turn it round.
  public static final Comparator<TermArticles> BY_NAME =
      Comparator.comparing((TermArticles t) -> t.term().name()).thenComparing(t -> t.term().slug());

  public TermArticles {
    articles = List.copyOf(articles);
  }

  public int count() {
    return articles.size();
  }
}
