package godwit.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What articles are read together with.
///
/// @param series all series, by name and then by language
/// @param parts of the articles that are in one
/// @param related where there are any, the closest first
public record Companions(
    List<Series> series, Map<Article, SeriesPart> parts, Map<Article, List<Article>> related) {
  public Companions {
    series = List.copyOf(series);
    related = new HashMap<>(related); // articles have no order that a copy could keep
  }

  static Companions of(List<Series> series, Map<Article, List<Article>> related) {
    Map<Article, SeriesPart> parts = new HashMap<>();
    for (Series one : series) {
      for (int i = 0; i < one.parts().size(); i++) {
        parts.put(one.parts().get(i), new SeriesPart(one, i + 1));
      }
    }
    return new Companions(series, parts, related);
  }

  /// Null for what is in no series.
  public @Nullable SeriesPart part(Article article) {
    return parts.get(article);
  }

  public List<Article> related(Article article) {
    return related.getOrDefault(article, List.of());
  }
}
