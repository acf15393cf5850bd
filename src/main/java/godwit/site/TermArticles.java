package godwit.site;

import java.util.List;

/// A term and the listed articles that have it, newest first.
public record TermArticles(Term term, List<Article> articles) {
  public TermArticles {
    articles = List.copyOf(articles);
  }

  public int count() {
    return articles.size();
  }
}
