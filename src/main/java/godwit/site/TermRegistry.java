package godwit.site;

import godwit.config.UrlSettings;
import godwit.content.Document;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands out one [Term] for all spellings of a name that have the same slug. The first spelling
/// that is asked for names it, so documents have to come in a fixed order.
final class TermRegistry {
  private final UrlSettings urls;
  private final Diagnostics diagnostics;
  private final Map<Taxonomy, Map<String, Term>> bySlug = new HashMap<>();

  TermRegistry(UrlSettings urls, Diagnostics diagnostics) {
    this.urls = urls;
    this.diagnostics = diagnostics;
    for (Taxonomy taxonomy : Taxonomy.values()) {
      bySlug.put(taxonomy, new HashMap<>());
    }
  }

  /// @param document that names the term, for the diagnostic where no address can be made of it
  /// @return null if no address can be made of the name
  @Nullable Term term(Taxonomy taxonomy, String name, Document document) {
    String slug = Slugs.of(name);
    Map<String, Term> terms = bySlug.get(taxonomy);
    Term known = terms == null ? null : terms.get(slug);
    if (known != null || terms == null) {
      return known;
    }
    SourcePosition position = position(taxonomy, document);
    if (slug.isEmpty()) {
      diagnostics.error(
          position,
          "slug",
          "no address can be made of the " + taxonomy.singular() + " '" + name + "'",
          "name it with at least one letter or digit");
      return null;
    }
    try {
      Term term = new Term(taxonomy, name, slug, address(taxonomy, slug));
      terms.put(slug, term);
      return term;
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          position,
          "output-path",
          "the " + taxonomy.singular() + " cannot be a file: " + e.getMessage(),
          "choose a shorter name");
      return null;
    }
  }

  private static SourcePosition position(Taxonomy taxonomy, Document document) {
    return switch (taxonomy) {
      case CATEGORY -> document.positionOf("category");
      case TAG -> document.positionOf("tags", "keywords");
      case AUTHOR -> document.positionOf("authors", "author");
    };
  }

  private @Nullable Address address(Taxonomy taxonomy, String slug) {
    UrlSettings.Place place =
        switch (taxonomy) {
          case CATEGORY -> urls.category();
          case TAG -> urls.tag();
          case AUTHOR -> urls.author();
        };
    return place.isOff()
        ? null
        : new Address(
            PatternFormatter.ofTerm(place.url(), slug),
            OutputPath.ofFile(PatternFormatter.ofTerm(place.saveAs(), slug)));
  }
}
