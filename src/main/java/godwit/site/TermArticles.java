package godwit.site;

import java.util.List;

/// A term and the listed articles that have it, newest first.
///
/// @param weight how common it is among the terms of its taxonomy, from 1; see [TermWeights]
public record TermArticles(Term term, List<Article> articles, int weight) {
  public TermArticles {
    articles = List.copyOf(articles);
  }

  public int count() {
    return articles.size();
  }
}
