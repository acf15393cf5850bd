package godwit.config;

/// How the parts of addresses are made that name something (`[slugs]`).
///
/// @param source what an article's or a page's slug is made of that gives none itself
/// @param entries the rules for those
/// @param category the rules for the names of categories, as those of tags and authors
public record SlugSettings(
    Source source, SlugRules entries, SlugRules category, SlugRules tag, SlugRules author) {
  /// What a slug is made of.
  public enum Source {
    TITLE,
    /// The file's name without its extension.
    BASENAME
  }
}
