package godwit.site;

import godwit.config.SiteConfig;
import godwit.config.Substitution.TooManySteps;
import godwit.config.UrlSettings;
import godwit.content.Document;
import godwit.diagnostic.Diagnostics;
import godwit.diagnostic.SourcePosition;
import godwit.output.OutputPath;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands out one [Term] for each spelling of a name.
final class TermRegistry {
  private final UrlSettings urls;
  private final Slugger slugger;
  private final Diagnostics diagnostics;
  private final Map<Taxonomy, Map<String, Term>> byName = new HashMap<>();

  TermRegistry(SiteConfig config, Diagnostics diagnostics) {
    this.urls = config.urls();
    this.slugger = new Slugger(config.slugs());
    this.diagnostics = diagnostics;
    for (Taxonomy taxonomy : Taxonomy.values()) {
      byName.put(taxonomy, new HashMap<>());
    }
  }

  /// @param document that names the term, for the diagnostic where no address can be made of it
  /// @return null if no address can be made of the name
  @Nullable Term term(Taxonomy taxonomy, String name, Document document) {
    Map<String, Term> terms = byName.get(taxonomy);
    Term known = terms == null ? null : terms.get(name);
    if (known != null || terms == null) {
      return known;
    }
    SourcePosition position = position(taxonomy, document);
    String slug;
    try {
      slug = slugger.of(taxonomy, name);
    } catch (TooManySteps e) {
      diagnostics.error(position, "slug", e.message(), "simplify the substitutions of [slugs]");
      return null;
    }
    if (slug.isEmpty()) {
      diagnostics.error(
          position,
          "slug",
          "no address can be made of the " + taxonomy.singular() + " '" + name + "'",
          "name it with at least one letter or digit");
      return null;
    }
    try {
      String url = url(urls, taxonomy, slug, name);
      Address address = address(place(urls, taxonomy), url, slug, name);
      Term term = new Term(taxonomy, name, slug, url, address);
      terms.put(name, term);
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

  /// Where a document names its terms of that kind.
  static SourcePosition position(Taxonomy taxonomy, Document document) {
    return switch (taxonomy) {
      case CATEGORY -> document.positionOf("category");
      case TAG -> document.positionOf("tags", "keywords");
      case AUTHOR -> document.positionOf("authors", "author");
    };
  }

  /// The address that a term of that slug and name has, or would have.
  static String url(UrlSettings urls, Taxonomy taxonomy, String slug, String name) {
    return PatternFormatter.ofTerm(place(urls, taxonomy).url(), slug, name);
  }

  static UrlSettings.Place place(UrlSettings urls, Taxonomy taxonomy) {
    return switch (taxonomy) {
      case CATEGORY -> urls.category();
      case TAG -> urls.tag();
      case AUTHOR -> urls.author();
    };
  }

  private static @Nullable Address address(
      UrlSettings.Place place, String url, String slug, String name) {
    return place.isOff()
        ? null
        : new Address(url, OutputPath.ofFile(PatternFormatter.ofTerm(place.saveAs(), slug, name)));
  }
}
