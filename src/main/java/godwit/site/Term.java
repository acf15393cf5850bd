package godwit.site;

import org.jspecify.annotations.Nullable;

/// A category, a tag or an author.
///
/// @param name as it is spelled where it stands; that of a list is the first article's
/// @param slug by which it is one term with other spellings
/// @param url by the settings, be there a page or not
/// @param address of its page; null where the settings make none
public record Term(
    Taxonomy taxonomy, String name, String slug, String url, @Nullable Address address) {

  /// Two spellings of a name are one term.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Term term && taxonomy == term.taxonomy && slug.equals(term.slug);
  }

  @Override
  public int hashCode() {
    return slug.hashCode();
  }
}
