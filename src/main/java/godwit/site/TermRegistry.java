package godwit.site;

import godwit.config.UrlSettings;
import godwit.content.Document;
import godwit.diagnostic.Diagnostics;
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
    String field = taxonomy == Taxonomy.CATEGORY ? "category" : taxonomy.plural();
    if (slug.isEmpty()) {
      diagnostics.error(
          document.positionOf(field),
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
          document.positionOf(field),
          "output-path",
          "the " + taxonomy.singular() + " '" + name + "' cannot be a file: " + e.getMessage(),
          null);
      return null;
    }
  }

  /// Every term handed out so far, by slug.
  Map<Taxonomy, Map<String, Term>> terms() {
    return bySlug;
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
