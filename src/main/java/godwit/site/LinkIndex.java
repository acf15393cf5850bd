package godwit.site;

import godwit.config.Substitution.TooManySteps;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that a link can lead to.
///
/// @param bySource entries by their path below the content directory
/// @param filesBySource the other files that the site takes over, likewise
/// @param terms that listed articles have, by taxonomy and slug
/// @param entriesByUrl entries by their URL and by their file
/// @param urls every URL and file of the site
/// @param leftOut documents that are there but not on the site, by path, with the reason in words;
///   an empty reason where they have a diagnostic of their own
/// @param index the home page
/// @param slugger by which terms have their slugs
public record LinkIndex(
    Map<String, Entry> bySource,
    Map<String, Address> filesBySource,
    Map<Taxonomy, Map<String, Term>> terms,
    Map<String, Entry> entriesByUrl,
    Set<String> urls,
    Map<String, String> leftOut,
    Address index,
    Slugger slugger) {

  /// The entry or file at a path below the content directory, or null.
  @Nullable Address source(String path) {
    Entry entry = bySource.get(path);
    return entry == null ? filesBySource.get(path) : entry.address();
  }

  /// The term, or null where no listed article has it.
  public @Nullable Term term(Term term) {
    Map<String, Term> ofTaxonomy = terms.get(term.taxonomy());
    return ofTaxonomy == null ? null : ofTaxonomy.get(term.slug());
  }

  @Nullable Term term(Taxonomy taxonomy, String name) {
    Map<String, Term> ofTaxonomy = terms.get(taxonomy);
    return ofTaxonomy == null ? null : ofTaxonomy.get(slug(taxonomy, name));
  }

  /// The slug of a term of that name, on the site or not; empty if none can be made of it.
  String slug(Taxonomy taxonomy, String name) {
    try {
      return slugger.of(taxonomy, name);
    } catch (TooManySteps e) {
      return ""; // no term can have such a name
    }
  }
}
